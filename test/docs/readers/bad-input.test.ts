import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCapturesOf, readTargets } from '../../../scripts/docs/readers/read-captures.ts';
import { SpecError } from '../../../scripts/kit/diagnostic.ts';
import { type MadePage, renderMarkdown, renderText } from '../../support/render-page.ts';

const page: MadePage = {
  id: 'api-1',
  title: '获取东西',
  method: 'GET',
  path: '/open-api/thing/one',
  errors: [{ code: 20_001, zh: '没有' }],
  query: [{ name: 'id', type: 'string', required: true, about: '编号' }],
  response: {
    fields: [
      { name: 'errcode', type: 'integer', required: true },
      {
        name: 'thing',
        type: 'object',
        required: true,
        fields: [{ name: 'id', type: 'string', required: true }],
      },
    ],
    example: { errcode: 0, thing: { id: 'x' } },
  },
};
const text = renderText(page);
const read = (given: string | Uint8Array) =>
  readCapturesOf(typeof given === 'string' ? new TextEncoder().encode(given) : given, 'page.txt');

const bad: [name: string, given: string | Uint8Array, message: RegExp][] = [
  ['an empty file', '', /page\.txt:1:1 .*no page in it/],
  ['an unrelated text', 'How to bake a cake\nFirst, flour.', /no line with a method/],
  [
    'a sheet of facts',
    '# facts\ncategory: 客户\nslug: customers\npages:\n  - {page: api-1, title: T}\n',
    /page\.txt:1:1 .*it is a sheet of facts, not a page\n +fix: save it as a file that ends in \.yaml/,
  ],
  ['binary data', new Uint8Array([80, 75, 3, 4, 0, 0]), /binary data/],
  [
    'two endpoints',
    `${text}\n${text.replaceAll('thing/one', 'thing/two')}`,
    /2 endpoints in it; the second is \/open-api\/thing\/two/,
  ],
  [
    'an incomplete example on a complete page',
    text.replace('"thing": {\n"id": "x"\n}\n}', '"thing": {'),
    /page\.txt:\d+:1 .*the response example is not complete JSON, but the page continues below it/,
  ],
  [
    'a count that the example contradicts',
    text.replace('thing\nobject', 'thing\nobject {3}'),
    /page\.txt:\d+:1 .*thing states 3 members, but the example shows 1/,
  ],
  [
    'Markdown without its specification',
    '# 获取东西\n\n## OpenAPI Specification\n\nnothing',
    /no specification below/,
  ],
  [
    'a specification that is cut off',
    renderMarkdown(page)
      .replace(/responses:[\\s\\S]*/, 'responses:\\n  "200')
      .replace('responses', '  responses'),
    /cannot be read|not an OpenAPI document|describes no endpoint/,
  ],
  ['unrelated JSON', '{"name": "package"}', /not an OpenAPI document/],
  ['incomplete JSON', '{"openapi": "3.0.1", "paths": {"/a": {"get": {"summ', /cannot be read/],
  [
    'an export with a status that comes twice',
    'openapi: 3.0.1\npaths:\n  /a:\n    get:\n      responses:\n        200: {description: a}\n        "200": {description: b}\n',
    /page\.txt:7:9 .*Map keys must be unique/,
  ],
  ['an export without endpoints', '{"openapi": "3.0.1", "paths": {}}', /describes no endpoint/],
  [
    'text in another encoding',
    new Uint8Array([0x47, 0x45, 0x54, 0x0a, 0x2f, 0x61, 0x0a, 0xb4, 0xed]),
    /not UTF-8/,
  ],
  ['a file that is too large', new Uint8Array(21 * 2 ** 20).fill(97), /21 MiB/],
  [
    'an example that is nested too deeply',
    text.replace('{\n"errcode"', `${'['.repeat(50_000)}${']'.repeat(50_000)}\n{\n"errcode"`),
    /page\.txt:\d+:1 .*the response example is not complete JSON/,
  ],
  ['JSON that is nested too deeply', `{"openapi": ${'['.repeat(50_000)}`, /nested too deeply|cannot be read/],
  [
    'a document that is nested too deeply',
    `{"openapi": "3.0.1", "paths": {}, "x": ${'['.repeat(500)}${']'.repeat(500)}}`,
    /nested too deeply/,
  ],
  [
    'aliases that expand to a huge value',
    `openapi: 3.0.1\nx: &a [${'z,'.repeat(99)}]\ny: [${'*a,'.repeat(200)}]\npaths: {}`,
    /cannot be read/,
  ],
];

test.each(bad)('%s is refused, with the place', (_, given, message) => {
  expect(() => read(given)).toThrow(SpecError);
  expect(() => read(given)).toThrow(message);
});

test('a contradiction is reported with its line, blank lines included', () => {
  const given = text.replace('thing\nobject', '\n\nthing\n\nobject {3}').replaceAll('\n', '\r\n');
  const line = given.split('\r\n').indexOf('object {3}') + 1;
  expect(() => read(given)).toThrow(`page.txt:${line}:1`);
});

test('a malformed reference is ignored', () => {
  const [capture] = read(
    JSON.stringify({
      openapi: '3.0.1',
      paths: { '/a': { get: { parameters: [{ $ref: '#/components/%E0%A4%A' }], responses: {} } } },
    }),
  );
  expect(capture?.query).toEqual([]);
});

const endless: [name: string, line: string][] = [
  ['blanks', `x${' '.repeat(2_000_000)}x`],
  ['comments', `"x": 1 ${'// '.repeat(500_000)}"`],
  ['escapes', `"${'\\"'.repeat(1_000_000)}`],
  ['brackets', 'array['.repeat(300_000)],
  ['rows', `20001 |${' a'.repeat(1_000_000)} ${' '.repeat(1_000_000)}b`],
  ['signs', `>${' '.repeat(1_000_000)}<=`.repeat(2)],
];

// A reader that takes quadratic time would need minutes for one of these lines.
test.each(endless)(
  'a very long line is read in linear time: %s',
  (_, line) => {
    for (const at of ['请求参数', '返回响应', '"errcode": 0']) {
      const [before = '', after = ''] = text.split(at);
      try {
        read(`${before}\n${line}\n${at}${after}`);
        read(`${before}${at}\n${line}\n${after}`);
      } catch (error) {
        expect(error).toBeInstanceOf(SpecError);
      }
    }
  },
  20_000,
);

const folder = mkdtempSync(join(tmpdir(), 'weiban-captures-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file that is too large or missing is refused', () => {
  const large = join(folder, 'large.txt');
  writeFileSync(large, Buffer.alloc(21 * 2 ** 20, 'a'));
  expect(() => readTargets([large])).toThrow(/large\.txt:1:1 .*21 MiB/);
  expect(() => readTargets([join(folder, 'none.txt')])).toThrow(/no such file/);
});

/** Where a page is cut off, and what the reader reports as missing. */
const cuts: [at: string, missing: RegExp][] = [
  ['请求参数', /response, the end of the page/],
  ['返回响应', /response, the end of the page/],
  ['thing\nobject', /^the end of the page$/],
  ['"thing": {', /response example.*the end of the page/],
  ['修改于', /^the end of the page$/],
];

test.each(cuts)('a page that is cut off before %j: the capture lists what is missing', (at, missing) => {
  const [capture] = read(text.slice(0, text.indexOf(at)));
  expect(capture).toMatchObject({ title: page.title, path: page.path, errors: page.errors });
  expect(capture?.missing.join(', ')).toMatch(missing);
});

test('a name that occurs in an object and next to it is nested by the example', () => {
  const twice = {
    ...page,
    response: {
      fields: [
        { name: 'user', type: 'object', required: true, fields: [{ name: 'id', type: 'string' }] },
        { name: 'id', type: 'string', required: true },
      ],
      example: { user: { id: 'x' }, id: 'x' },
    },
  };
  const [capture] = read(renderText(twice));
  // If user were collapsed, the list would have one id; it has two.
  expect(capture?.response?.fields).toEqual([
    {
      name: 'user',
      type: 'object',
      required: true,
      fields: [{ name: 'id', type: 'string', required: 'unmarked' }],
    },
    { name: 'id', type: 'string', required: true },
  ]);
  const unclear = renderText(twice)
    .replace('"id": "x"\n}', '"id": "x"\n}')
    .replace(/\nid\nstring\n必需/, '');
  expect(read(unclear)[0]?.missing).toEqual([]);
});

test('without an example, the nesting of an object is uncertain', () => {
  const [capture] = read(text.replace(/\n示例\n\{\n"errcode"[\s\S]*?\n\}\n\}/, ''));
  expect(capture?.missing.join()).toMatch(/response fields \(their nesting is not certain\)/);
});
