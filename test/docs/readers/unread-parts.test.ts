import { expect, test } from 'vitest';
import type { Capture } from '../../../scripts/docs/readers/capture.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import { sitePage } from '../site-pages.ts';

const text = { type: 'string' };

/** Reads a page of one operation whose answer has this schema, with further parts of the operation and its answer. */
function read(
  schema: object,
  { operation = {}, response = {}, media = {}, schemas = {} } = {},
): Capture | undefined {
  const content = { 'application/json': { schema }, ...media };
  const whole = { responses: { 200: { description: '', content, ...response } }, ...operation };
  const page = sitePage({ id: 1, title: '甲', method: 'get', path: '/one', operation: whole, schemas });
  return readCapturesOf(new TextEncoder().encode(page), 'page.md')[0];
}

const list = { type: 'array', items: text };
const missing: readonly [name: string, given: Parameters<typeof read>, want: readonly string[]][] = [
  ['members by pattern', [{ patternProperties: { '^x': text } }], ['what patternProperties describes']],
  ['items by place', [{ type: 'array', prefixItems: [text] }], ['what prefixItems describes']],
  [
    'a list or an object',
    [{ oneOf: [list, { properties: { a: text } }] }],
    ['the alternatives of a value that may be a list'],
  ],
  [
    'a choice in a part',
    [{ allOf: [{ anyOf: [list, { properties: { a: text } }] }] }],
    ['the alternatives of a value that may be a list'],
  ],
  [
    'members beside items',
    [{ allOf: [list, { properties: { a: text } }] }],
    ['the members of a value that may be a list'],
  ],
  [
    'further members in an alternative of a part',
    [{ allOf: [{ oneOf: [text, { additionalProperties: { properties: { a: text } } }] }] }],
    ['the further members of an alternative in a part of a schema'],
  ],
  [
    'other fields in another media type',
    [text, { media: { 'text/xml': { schema: { properties: { b: text } } } } }],
    ['the fields of the content text/xml'],
  ],
  [
    'the same in another media type',
    [{ properties: { b: text } }, { media: { '*/*': { schema: { properties: { b: text } } } } }],
    [],
  ],
];

test.each(missing)('a capture lacks %s', (_, given, want) => {
  expect(read(...given)?.missing).toEqual(want);
});

test('headers of answers and callbacks are told', () => {
  const response = { headers: { 'X-Rest': { schema: text }, 'Content-Type': { schema: text } } };
  expect(read(text, { response, operation: {} })?.ignored).toEqual(['the header X-Rest of the answer 200']);
  expect(read(text, { operation: { callbacks: { paid: {} } } })?.ignored).toEqual(['the callback paid']);
});

test('a model that contains itself in several parts is read to an end', () => {
  const self = { $ref: '#/components/schemas/Self' };
  const inner = { type: 'object', properties: { again: { allOf: [self, self] } } };
  const Self = {
    type: 'object',
    properties: { again: { allOf: [inner, { properties: { again: self } }] }, id: text },
  };
  expect(read(self, { schemas: { Self } })?.response?.fields.map(({ name }) => name)).toEqual([
    'again',
    'id',
  ]);
});
