import { expect, test } from 'vitest';
import type { Capture } from '../../../scripts/docs/readers/capture.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';

/** Returns a page in the shape of real ones, with made-up words. `parts` replace its default parts. */
function pageText(parts: {
  readonly address?: string;
  readonly intro?: string;
  readonly query?: string;
  readonly body?: string;
  readonly call?: string;
  readonly answer?: string;
  readonly end?: string;
}): string {
  const { address = '/api/thing/one', intro = '', query = '', body = '', call = '', end } = parts;
  const answer = parts.answer ?? '数据结构\ncode\ninteger\n必需\n示例\n{\n"code": 0\n}';
  return [
    '某某平台',
    '  1. 某某管理',
    '取得东西',
    'GET',
    address,
    intro,
    '请求参数',
    query,
    body,
    '示例代码',
    call,
    '返回响应',
    '成功(200)',
    answer,
    end ?? '修改于 2026-01-02 03:04:05',
  ].join('\n');
}

const read = (text: string): Capture | undefined => readCapturesOf(new TextEncoder().encode(text), 'page')[0];
const two = [
  { code: 20_001, zh: '没有这个东西' },
  { code: 20_002, zh: 'limit 超过 50' },
];

const errorTables: [shape: string, intro: string][] = [
  ['cells separated by bars', '错误码 | 说明 |\n---|---|\n20001 | 没有这个东西 |\n20002 | limit 超过 50 |'],
  [
    'bars on both sides',
    '| 错误码 | 说明 |\n| --- | --- |\n| 20001 | 没有这个东西 |\n| 20002 | limit 超过 50 |',
  ],
  ['cells separated by tabs', '错误码\t说明\n20001\t没有这个东西\n20002\tlimit 超过 50'],
  ['a colon after the code', '20001：没有这个东西\n20002: limit 超过 50'],
  ['each cell on its own line', '错误码\n说明\n20001\n没有这个东西\n20002\nlimit 超过 50'],
  ['cells without a separator', '错误码含义\n20001没有这个东西\n20002limit 超过 50'],
  ['cells without a separator, below another head', '返回码说明\n20001没有这个东西\n20002limit 超过 50'],
  ['cells separated by a blank', '错误码 含义\n20001 没有这个东西\n20002 limit 超过 50'],
  [
    'two tables',
    '通用错误码#\n\n错误码含义\n20001没有这个东西\n\n专用错误码#\n\n错误码含义\n20002limit 超过 50',
  ],
  [
    'HTML on one line',
    '<table><thead><tr><th>错误码</th><th>说明</th></tr></thead><tr><td>20001</td><td>没有这个东西</td></tr><tr><td>20002</td><td>limit 超过 50</td></tr></table>',
  ],
  [
    'a blank line after the address',
    '\n错误码 | 说明 |\n---|---|\n20001 | 没有这个东西 |\n20002 | limit 超过 50 |',
  ],
];

test.each(errorTables)('an error table: %s', (_, intro) => {
  expect(read(pageText({ intro }))?.errors).toEqual(two);
});

test('a number at the start of a sentence is not an error code', () => {
  expect(read(pageText({ intro: '20000 个以内的东西一次取完\n10000个以上请分页。' }))?.errors).toEqual([]);
});

const addresses: [shape: string, parts: Parameters<typeof pageText>[0], path: string][] = [
  ['on its own line', {}, '/api/thing/one'],
  ['followed by Chinese text without a space', { address: '/api/thing/one取得一个东西。' }, '/api/thing/one'],
  ['with scheme and host', { address: 'https://api.example.com/api/thing/one' }, '/api/thing/one'],
  [
    'followed by other text without a space, and a call that shows where it ends',
    {
      address: '/api/thing/id2unionidunionid换id',
      call: "curl --location --globoff 'https://api.example.com/api/thing/id2unionid?access_token='",
    },
    '/api/thing/id2unionid',
  ],
];

test.each(addresses)('an address: %s', (_, parts, path) => {
  expect(read(pageText(parts))).toMatchObject({ path, title: '取得东西', missing: [] });
});

test('an address followed by the heading of the parameters without a space', () => {
  const text = pageText({ query: 'Query 参数\nid\nstring' }).replace(
    '/api/thing/one\n\n请求参数',
    'https://api.example.com/api/thing/one请求参数',
  );
  expect(read(text)).toMatchObject({ path: '/api/thing/one', query: [{ name: 'id', type: 'string' }] });
});

test('parameters without a type are read by their marks, values and descriptions', () => {
  const query = [
    'Query 参数',
    ...['start_time', '开始时间', '示例值:', '1640833484'],
    ...['end_time', '可选', '结束时间'],
    ...['order', 'string', '可选', '升序或降序', '枚举值:', 'asc', '升序', 'desc', '降序'],
    ...['staff_id', 'string', '必需', '员工', '示例值:', 'zhangsan'],
    ...['limit', '每页数量', '默认值:', '30'],
  ].join('\n');
  expect(read(pageText({ query }))?.query).toEqual([
    { name: 'start_time', type: 'unknown', required: 'unmarked', about: '开始时间', example: '1640833484' },
    { name: 'end_time', type: 'unknown', required: false, about: '结束时间' },
    {
      name: 'order',
      type: 'string',
      required: false,
      about: '升序或降序',
      enum: ['asc', '升序', 'desc', '降序'],
    },
    { name: 'staff_id', type: 'string', required: true, about: '员工', example: 'zhangsan' },
    { name: 'limit', type: 'unknown', required: 'unmarked', about: '每页数量', default: '30' },
  ]);
});

const field = { name: 'id', type: 'string', required: true };
const bodies: [shape: string, body: string, content: object, missing: readonly string[]][] = [
  [
    'content type and mark directly after the heading',
    'Body 参数application/json必填\nid\nstring\n必需\n示例\n{\n"id": "x"\n}',
    { contentType: 'application/json', fields: [field] },
    [],
  ],
  [
    'content type on the next line',
    'Body 参数\nmultipart/form-data\nid\nstring\n必需\n示例\n{}',
    { contentType: 'multipart/form-data', fields: [field] },
    [],
  ],
  [
    'an example with its name directly after the heading',
    'Body 参数application/json\nid\nstring\n必需\n示例成功示例\n{\n"id": "x"\n}',
    { fields: [field], example: { id: 'x' } },
    [],
  ],
  [
    'an example with comments',
    'Body 参数application/json\nid\nstring\n必需\n示例\n{\n// which\n"id": "http://x" // of the thing\n}',
    { fields: [field], example: { id: 'http://x' } },
    [],
  ],
  [
    'an example without a list of fields',
    'Body 参数application/json必填\n示例\n{\n"id": "x"\n}',
    { fields: [], example: { id: 'x' } },
    ['request body fields (the copy lists none)'],
  ],
  ['an empty body', 'Body 参数application/json\n示例\n{}', { fields: [], example: {} }, []],
];

test.each(bodies)('a body: %s', (_, body, content, missing) => {
  const capture = read(pageText({ body }));
  expect(capture?.body).toMatchObject(content);
  expect(capture?.missing).toEqual(missing);
});

test('lists that a site only shows when unfolded are reported as missing', () => {
  const capture = read(
    pageText({
      query: 'Query 参数',
      answer: '🟢200成功\napplication/json\nBodyapplication/json\n示例\n{\n"code": 0\n}\n🟢200正常返回',
      end: '修改于 2026-01-02 03:04:05\n下一页\n取得东西列表\nBuilt with',
    }),
  );
  expect(capture).toMatchObject({ modified: '2026-01-02 03:04:05', query: [], response: { fields: [] } });
  expect(capture?.missing).toEqual([
    'response fields (the copy lists none)',
    'query parameters (the copy lists none)',
  ]);
});

const facets: [line: string, type: string, stated: object][] = [
  ['>= 1 字符<= 30 字符', 'string', { min_length: 1, max_length: 30 }],
  ['>= 1 characters<= 30 characters', 'string', { min_length: 1, max_length: 30 }],
  ['>= 0 items<= 100 items', 'array[string]', { min_items: 0, max_items: 100 }],
  ['>= 1 个元素', 'array[integer]', { min_items: 1 }],
  ['>= 0<= 9.5', 'number', { min: 0, max: 9.5 }],
  ['默认值:\n30', 'integer', { default: 30 }],
  ['默认值: true', 'boolean', { default: true }],
  ['示例值:\nzhangsan', 'string', { example: 'zhangsan' }],
  ['枚举值:\n1\n2', 'integer', { enum: [1, 2] }],
  ['已废弃', 'string', { deprecated: true }],
  ['必 需', 'string', { required: true }],
  ['可选', 'string', { required: false }],
];

test.each(facets)('a line about a field: %j', (line, type, stated) => {
  const {
    name,
    required,
    type: _,
    ...rest
  } = read(pageText({ query: `Query 参数\nid\n${type}\n${line}` }))?.query[0] ?? { name: '', type: '' };
  expect({ name, required, ...rest }).toEqual({ name: 'id', required: 'unmarked', ...stated });
});

test('parameters of every place, files and formats, and the answers that a copy does not show', () => {
  const query = [
    'Path 参数\nid\ninteger <int64>\n必需',
    'Header 参数\nX-Shop\nstring\n必需\n示例值:\ns-1\nAuthorization\nstring\n示例值:\nBearer {{token}}\nAccept\nstring',
    'Cookie 参数\nlang\nstring\n可选',
  ].join('\n');
  const body =
    'Body 参数multipart/form-data\nfile\nfile\n必需\nkind\nstring\n示例\n{\n"file": "f",\n"kind": "k"\n}';
  const answer = '🟠404没有\n数据结构\nwhen\nstring <date-time>\n示例\n{\n"when": "2024"\n}';
  const capture = read(pageText({ address: '/api/thing/{id}', query, body, answer }));
  expect(capture).toMatchObject({
    query: [],
    parameters: {
      path: [{ name: 'id', type: 'integer', format: 'int64', required: true }],
      header: [{ name: 'X-Shop', type: 'string', required: true, example: 's-1' }],
      cookie: [{ name: 'lang', required: false }],
    },
    credentials: [{ in: 'header', name: 'Authorization', scheme: 'bearer' }],
    body: {
      contentType: 'multipart/form-data',
      fields: [{ name: 'file', type: 'string', format: 'binary', required: true }, { name: 'kind' }],
    },
    response: { fields: [{ name: 'when', type: 'string', format: 'date-time' }] },
    missing: ['the answer 404'],
  });
  expect(read(pageText({}))).not.toHaveProperty('responseStatus');
});

const value = (name: string) => `数据结构\n${name}\nstring\n示例\n{\n"${name}": "x"\n}`;
const answers: [name: string, lines: string, want: object, missing: readonly string[]][] = [
  [
    'each with its content',
    `🟢200成功\napplication/json\n${value('a')}\n🔴404没有\napplication/json\n${value('b')}\n500\n${value('c')}`,
    {
      response: { fields: [{ name: 'a' }] },
      otherResponses: {
        404: { fields: [{ name: 'b' }], example: { b: 'x' } },
        500: { fields: [{ name: 'c' }] },
      },
    },
    [],
  ],
  [
    'labels first, and then the content of one',
    `🟢200成功\n🟠400错误\n404没有\n${value('a')}`,
    { response: { fields: [{ name: 'a' }] } },
    ['the answer 400', 'the answer 404'],
  ],
  [
    'labels first, and each again above its content',
    `成功(200)\n没有(404)\n${value('a')}\n没有(404)\n${value('b')}`,
    { response: { fields: [{ name: 'a' }] }, otherResponses: { 404: { fields: [{ name: 'b' }] } } },
    [],
  ],
  [
    'two of one status',
    `成功(200)\n${value('a')}\n失败(200)\n${value('b')}`,
    { response: { fields: [{ name: 'a' }] } },
    ['the answer 200 失败'],
  ],
  [
    'the label of one answer twice',
    `🟢 200 成功\n成功(200)\n${value('a')}`,
    { response: { fields: [{ name: 'a' }] } },
    [],
  ],
  [
    'one without content in between',
    `成功(201)\n${value('a')}\n(202)\n没有（404）\n${value('b')}`,
    { responseStatus: '201', otherResponses: { 404: { fields: [{ name: 'b' }] } } },
    ['the answer 202'],
  ],
  [
    'fields without an example in the second',
    `成功(200)\n${value('a')}\n没有(404)\n数据结构\nb\nstring`,
    { otherResponses: { 404: { fields: [{ name: 'b' }] } } },
    [],
  ],
  [
    'digits that begin a description',
    `成功(200)\n数据结构\nid\nstring\n200字以内\nname\nstring\n长度(100)\n示例\n{"id": "x", "name": "y"}`,
    {
      response: {
        fields: [
          { name: 'id', about: '200字以内' },
          { name: 'name', about: '长度(100)' },
        ],
      },
    },
    [],
  ],
  [
    'several examples of one',
    `成功(200)\n数据结构\nid\nstring\n成功示例\n{"id": "x"}\n示例 2\n{\n"id": "y"\n}\n示例\n{"id": "z"}`,
    { response: { fields: [{ name: 'id' }], example: { id: 'x' }, examples: [{ id: 'y' }, { id: 'z' }] } },
    [],
  ],
];

test.each(answers)('answers: %s', (_, answer, want, missing) => {
  expect(read(pageText({ answer }).replace('\n成功(200)\n', '\n'))).toMatchObject({ ...want, missing });
});

test.each(['修改于 4 个月前', '最后修改时间: 8 个月前', '最后修改时间：2024-03-05'])('%s', (end) => {
  expect(read(pageText({ end }))?.modified).toBe(end.replace(/^\S*?(于|间)[:：]?\s*/, ''));
});
