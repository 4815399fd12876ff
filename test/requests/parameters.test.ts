import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignClient, ROOT } from '../support/foreign-client.ts';
import { rejectionOf } from '../support/over-server.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';

/** The parameters and the path of each operation; its id is its index. */
const operations: [parameters: string, path: string][] = [];
let server: RecordingServer;
let client: Awaited<ReturnType<typeof foreignClient>>;

beforeAll(async () => {
  server = await startRecordingServer();
  const rows = operations.map(
    ([parameters, path], index) =>
      `  /${index}${path}:\n    get:\n      operationId: op_${index}\n      parameters: ${parameters}\n` +
      `      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}\n`,
  );
  client = await foreignClient(`${ROOT}paths:\n${rows.join('')}`, server.url);
});
afterAll(() => server.close());

/** Declares an operation, and returns a function that calls it and returns what the server got. */
function operation(parameters: string, path = '') {
  const index = operations.push([parameters, path]) - 1;
  return async (params: object) => {
    await client.call(`op${index}`, params);
    const [arrived] = server.take();
    return { url: arrived!.url!.slice(`/${index}`.length), headers: arrived!.headers };
  };
}

const list = '{type: array, items: {type: string}}';
const object = '{type: object, properties: {R: {type: integer}, G: {type: integer}}}';
const colours = ['blue', 'bla ck', 'a,b'];
const rgb = { R: 100, G: 200 };

/** The styles of OpenAPI, and what RFC 6570 makes of them. */
const queries: [parameter: string, value: unknown, want: string][] = [
  [`{schema: ${list}}`, colours, 'c=blue&c=bla%20ck&c=a%2Cb'],
  [`{explode: false, schema: ${list}}`, colours, 'c=blue,bla%20ck,a%2Cb'],
  [`{explode: false, schema: ${list}}`, [], ''],
  [`{schema: ${object}}`, rgb, 'R=100&G=200'],
  [`{explode: false, schema: ${object}}`, rgb, 'c=R,100,G,200'],
  [`{style: spaceDelimited, explode: false, schema: ${list}}`, ['a', 'b'], 'c=a%20b'],
  [`{style: spaceDelimited, schema: ${list}}`, ['a', 'b'], 'c=a%20b'],
  [`{style: spaceDelimited, explode: true, schema: ${list}}`, ['a', 'b'], 'c=a&c=b'],
  [`{style: pipeDelimited, explode: false, schema: ${list}}`, ['a', 'b c'], 'c=a%7Cb%20c'],
  [`{style: pipeDelimited, schema: ${object}}`, rgb, 'c=R%7C100%7CG%7C200'],
  [`{style: deepObject, explode: true, schema: ${object}}`, rgb, 'c%5BR%5D=100&c%5BG%5D=200'],
  [`{style: deepObject, schema: ${object}}`, rgb, 'c%5BR%5D=100&c%5BG%5D=200'],
  [
    '{style: deepObject, schema: {type: object}}',
    { a: { b: 1, c: null }, d: ['x', 'y'], e: [{ f: 2 }] },
    'c%5Ba%5D%5Bb%5D=1&c%5Bd%5D%5B%5D=x&c%5Bd%5D%5B%5D=y&c%5Be%5D%5B0%5D%5Bf%5D=2',
  ],
  [`{style: deepObject, schema: ${list}}`, ['x', 'y'], 'c%5B%5D=x&c%5B%5D=y'],
  ['{allowReserved: true, schema: {type: string}}', "a/b?:@!$'()*,;=[]", 'c=a/b?:@!$%27()*,;=[]'],
  ['{allowReserved: true, schema: {type: string}}', 'a&b#c+d 甲%41', 'c=a%26b%23c%2Bd%20%E7%94%B2%41'],
  [`{allowReserved: true, explode: false, schema: ${list}}`, ['a,b', 'c/d'], 'c=a%2Cb,c/d'],
  ['{content: {application/json: {schema: {type: object}}}}', { a: [1] }, 'c=%7B%22a%22%3A%5B1%5D%7D'],
  ['{content: {application/vnd.a+json: {schema: {type: object}}}}', 'x', 'c=%22x%22'],
  ['{content: {text/plain: {schema: {type: string}}}}', 'x y', 'c=x%20y'],
  ['{schema: {}}', { a: 1 }, 'a=1'],
  ['{schema: {type: string}}', '', 'c='],
];

for (const [parameter, value, want] of queries) {
  const send = operation(`[${parameter.replace('{', '{name: c, in: query, ')}]`);
  test(`query ${parameter}, ${want}`, async () => {
    expect((await send({ c: value })).url).toBe(want && `?${want}`);
  });
}

const paths: [parameter: string, value: unknown, want: string][] = [
  ['{schema: {type: string}}', 'a/b', 'a%2Fb'],
  [`{schema: ${list}}`, colours, 'blue,bla%20ck,a%2Cb'],
  [`{explode: true, schema: ${list}}`, colours, 'blue,bla%20ck,a%2Cb'],
  [`{schema: ${object}}`, rgb, 'R,100,G,200'],
  [`{explode: true, schema: ${object}}`, rgb, 'R=100,G=200'],
  ['{style: label, schema: {type: string}}', 'blue', '.blue'],
  [`{style: label, schema: ${list}}`, colours, '.blue,bla%20ck,a%2Cb'],
  [`{style: label, explode: true, schema: ${list}}`, ['a', 'b'], '.a.b'],
  [`{style: label, schema: ${object}}`, rgb, '.R,100,G,200'],
  [`{style: label, explode: true, schema: ${object}}`, rgb, '.R=100.G=200'],
  ['{style: matrix, schema: {type: string}}', 'blue', ';c=blue'],
  [`{style: matrix, schema: ${list}}`, ['a', 'b'], ';c=a,b'],
  [`{style: matrix, explode: true, schema: ${list}}`, ['a', 'b'], ';c=a;c=b'],
  [`{style: matrix, schema: ${object}}`, rgb, ';c=R,100,G,200'],
  [`{style: matrix, explode: true, schema: ${object}}`, rgb, ';R=100;G=200'],
  ['{allowReserved: true, schema: {type: string}}', 'a@b/c', 'a@b%2Fc'],
  ['{content: {application/json: {schema: {type: object}}}}', { a: 1 }, '%7B%22a%22%3A1%7D'],
];

for (const [parameter, value, want] of paths) {
  const send = operation(`[${parameter.replace('{', '{name: c, in: path, required: true, ')}]`, '/{c}/b');
  test(`path ${parameter}, ${want}`, async () => {
    expect((await send({ c: value })).url).toBe(`/${want}/b`);
  });
}

const headers: [parameter: string, value: unknown, want: string | undefined][] = [
  ['{schema: {type: string}}', 'a b,c', 'a b,c'],
  ['{schema: {type: integer}}', 12345678901234567890n, '12345678901234567890'],
  [`{schema: ${list}}`, ['a', 'b'], 'a,b'],
  [`{schema: ${object}}`, rgb, 'R,100,G,200'],
  [`{explode: true, schema: ${object}}`, rgb, 'R=100,G=200'],
  ['{content: {application/json: {schema: {type: object}}}}', { a: 'b,c' }, '{"a":"b,c"}'],
  ['{schema: {type: string}}', null, undefined],
  ['{schema: {type: string}}', undefined, undefined],
];

for (const [parameter, value, want] of headers) {
  const send = operation(`[${parameter.replace('{', '{name: X-Colour, in: header, ')}]`);
  test(`header ${parameter}, ${want}, ${value}`, async () => {
    expect((await send({ 'X-Colour': value })).headers['x-colour']).toBe(want);
  });
}

const cookies: [parameter: string, value: unknown, want: string | undefined][] = [
  ['{schema: {type: string}}', 'a==/b', 'sid=a==/b'],
  ['{schema: {type: string}}', 'a;b "甲%', 'sid=a%3Bb%20%22%E7%94%B2%25'],
  [`{explode: false, schema: ${list}}`, ['a', 'b'], 'sid=a,b'],
  [`{schema: ${list}}`, ['a', 'b'], 'sid=a; sid=b'],
  [`{schema: ${object}}`, rgb, 'R=100; G=200'],
  ['{style: cookie, schema: {type: string}}', 'a,b%', 'sid=a,b%'],
  ['{schema: {type: string}}', null, undefined],
];

for (const [parameter, value, want] of cookies) {
  const more = '{name: lang, in: cookie, schema: {type: string}}';
  const send = operation(`[${parameter.replace('{', '{name: sid, in: cookie, ')}, ${more}]`);
  test(`cookie ${parameter}, ${want}`, async () => {
    const { headers } = await send({ sid: value, lang: 'zh' });
    expect(headers.cookie).toBe(want === undefined ? 'lang=zh' : `${want}; lang=zh`);
  });
}

const one = (place: string) => `{name: id, in: ${place}, required: true, schema: {type: string}}`;
const namesakes = operation(
  `[${['cookie', 'header', 'query', 'path'].map(one).join(', ')}, {name: header_id, in: query, schema: {type: string}}]`,
  '/{id}',
);

test('parameters of one name in several places are told apart', async () => {
  const args = { id: '1', query_id: '2', header_id_2: '3', cookie_id: '4', header_id: '5' };
  const { url, headers } = await namesakes(args);
  expect(url).toBe('/1?id=2&header_id=5');
  expect(headers).toMatchObject({ id: '3', cookie: 'id=4' });
});

const withHeader = operation('[{name: X-A, in: header, schema: {type: string}}]');

test('an argument that does not exist is refused with the nearest name', async () => {
  const error = await rejectionOf(withHeader({ 'X-B': '1' }));
  expect(String(error)).toMatch(/unknown argument "X-B" \(did you mean X-A\?\)/);
});

const queryString = (type: string) =>
  operation(`[{name: q, in: querystring, content: {${type}: {schema: {type: object}}}}]`);
const asForm = queryString('application/x-www-form-urlencoded');
const asJson = queryString('application/json');

test('the complete query string is one argument', async () => {
  expect((await asForm({ q: { a: 'x y', b: [1, 2] } })).url).toBe('?a=x%20y&b=1&b=2');
  expect((await asJson({ q: { a: 1 } })).url).toBe('?%7B%22a%22%3A1%7D');
});

const refused: [name: string, parameters: string, params: object, want: RegExp, path?: string][] = [
  [
    'a separator in a member',
    `[{name: c, in: query, style: pipeDelimited, schema: ${list}}]`,
    { c: ['a|b'] },
    /"\|"/,
  ],
  [
    'a comma in a member of a header',
    `[{name: X-C, in: header, schema: ${list}}]`,
    { 'X-C': ['a,b'] },
    /X-C has a member/,
  ],
  [
    'a line end in a header',
    '[{name: X-C, in: header, schema: {type: string}}]',
    { 'X-C': 'a\r\nX-D: b' },
    /X-C can hold/,
  ],
  [
    'Chinese in a header',
    '[{name: X-C, in: header, schema: {type: string}}]',
    { 'X-C': '甲' },
    /X-C can hold/,
  ],
  [
    'a space around a header',
    '[{name: X-C, in: header, schema: {type: string}}]',
    { 'X-C': ' a' },
    /X-C can neither/,
  ],
  ['a date', '[{name: X-C, in: header, schema: {type: string}}]', { 'X-C': new Date(0) }, /X-C holds a Date/],
  [
    'null in a list',
    `[{name: c, in: query, explode: false, schema: ${list}}]`,
    { c: ['a', null] },
    /null in a list/,
  ],
  [
    'no value for a path',
    `[{name: c, in: path, required: true, schema: ${list}}]`,
    {},
    /needs c in its path/,
    '/{c}',
  ],
  [
    'an empty list in a path',
    `[{name: c, in: path, required: true, schema: ${list}}]`,
    { c: [] },
    /needs c/,
    '/{c}',
  ],
  ['a dot segment', `[{name: c, in: path, required: true, schema: ${list}}]`, { c: ['..'] }, /dots/, '/{c}'],
  [
    'an encoded dot segment',
    '[{name: c, in: path, required: true, allowReserved: true, schema: {type: string}}]',
    { c: '%2e%2E' },
    /dots/,
    '/{c}/b',
  ],
  [
    'a dot in a member of an exploded label',
    `[{name: c, in: path, required: true, style: label, explode: true, schema: ${list}}]`,
    { c: ['a.b'] },
    /"\."/,
    '/{c}',
  ],
  [
    'the end of a cookie that is not encoded',
    '[{name: sid, in: cookie, style: cookie, schema: {type: string}}]',
    { sid: 'a; b=c' },
    /sid has a sign that ends a cookie/,
  ],
  [
    'two values for one header',
    '[{name: X-C, in: header, schema: {type: string}}, {name: x-c, in: header, schema: {type: string}}]',
    { 'X-C': 'a', 'x-c': 'b' },
    /x-c is given twice/,
  ],
];

for (const [name, parameters, params, want, path] of refused) {
  const send = operation(parameters, path);
  test(`${name} is refused, and nothing is sent`, async () => {
    const error = await rejectionOf(send(params));
    expect(error).toMatchObject({ name: 'WeibanConfigError', message: expect.stringMatching(want) });
    expect(String(error)).not.toContain('X-D');
    expect(server.take()).toEqual([]);
  });
}
