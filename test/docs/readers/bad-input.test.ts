import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCapturesOf, readTargets } from '../../../scripts/docs/readers/read-captures.ts';
import { SpecError } from '../../../scripts/spec/diagnostic.ts';
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
  ['nothing', '', /page\.txt:1:1 .*no page in it/],
  ['another text', 'How to bake a cake\nFirst, flour.', /nowhere does a method/],
  ['binary data', new Uint8Array([80, 75, 3, 4, 0, 0]), /binary data/],
  [
    'two endpoints',
    `${text}\n${text.replaceAll('thing/one', 'thing/two')}`,
    /2 endpoints in it, the second one \/open-api\/thing\/two/,
  ],
  [
    'half an example on a whole page',
    text.replace('"thing": {\n"id": "x"\n}\n}', '"thing": {'),
    /page\.txt:\d+:1 .*the response example is no whole JSON, and the page goes on below it/,
  ],
  [
    'a count that the example contradicts',
    text.replace('thing\nobject', 'thing\nobject {3}'),
    /page\.txt:\d+:1 .*thing says that it has 3 members, and the example shows 1/,
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
    /cannot be read|no OpenAPI document|describes no endpoint/,
  ],
  ['JSON of something else', '{"name": "package"}', /no OpenAPI document/],
  ['half of JSON', '{"openapi": "3.0.1", "paths": {"/a": {"get": {"summ', /cannot be read/],
  ['an export without endpoints', '{"openapi": "3.0.1", "paths": {}}', /describes no endpoint/],
  [
    'aliases that stand for very much',
    `openapi: 3.0.1\nx: &a [${'z,'.repeat(99)}]\ny: [${'*a,'.repeat(200)}]\npaths: {}`,
    /cannot be read/,
  ],
];

test.each(bad)('%s is refused, with the place', (_, given, message) => {
  expect(() => read(given)).toThrow(SpecError);
  expect(() => read(given)).toThrow(message);
});

test('a slip is named by its line, blank ones counted', () => {
  const given = text.replace('thing\nobject', '\n\nthing\n\nobject {3}').replaceAll('\n', '\r\n');
  const line = given.split('\r\n').indexOf('object {3}') + 1;
  expect(() => read(given)).toThrow(`page.txt:${line}:1`);
});

const folder = mkdtempSync(join(tmpdir(), 'weiban-captures-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file that is too large, or not there, is refused', () => {
  const large = join(folder, 'large.txt');
  writeFileSync(large, Buffer.alloc(21 * 2 ** 20, 'a'));
  expect(() => readTargets([large])).toThrow(/large\.txt:1:1 .*21 MiB/);
  expect(() => readTargets([join(folder, 'none.txt')])).toThrow(/no such file/);
});

/** Where a page is cut off, and what the reader says that it does not have. */
const cuts: [at: string, missing: RegExp][] = [
  ['请求参数', /response, the end of the page/],
  ['返回响应', /response, the end of the page/],
  ['thing\nobject', /^the end of the page$/],
  ['"thing": {', /response example.*the end of the page/],
  ['修改于', /^the end of the page$/],
];

test.each(cuts)('a page that is cut off before %j says what is missing', (at, missing) => {
  const [capture] = read(text.slice(0, text.indexOf(at)));
  expect(capture).toMatchObject({ title: page.title, path: page.path, errors: page.errors });
  expect(capture?.missing.join(', ')).toMatch(missing);
});

test('an object whose members may end in two places is left to a person', () => {
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
  // user is collapsed or not: only one id stands in the list when it is, and there are two.
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

test('without an example nothing tells where the members of an object end', () => {
  const [capture] = read(text.replace(/\n示例\n\{\n"errcode"[\s\S]*?\n\}\n\}/, ''));
  expect(capture?.missing.join()).toMatch(/response fields \(their nesting is not certain\)/);
});
