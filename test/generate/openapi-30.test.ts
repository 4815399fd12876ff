import { expect, test } from 'vitest';
import { flatAnswer } from '../../scripts/generate/openapi-30/flat-answer.ts';
import { mergeOverrides } from '../../scripts/generate/openapi-30/merge-overrides.ts';
import { nameSchemas } from '../../scripts/generate/openapi-30/name-schemas.ts';
import { schema30 } from '../../scripts/generate/openapi-30/schema-30.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';

const schemas: [name: string, given: Schema, want: Schema][] = [
  ['a null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
  ['a null alone', { type: 'null' }, { nullable: true, enum: [null] }],
  ['a constant', { const: 'a' }, { type: 'string', enum: ['a'] }],
  ['a constant number', { type: 'number', const: 1.5 }, { type: 'number', enum: [1.5] }],
  ['an integer', { type: 'integer' }, { type: 'integer', format: 'int64' }],
  ['a bounded integer', { type: 'integer', maximum: 100 }, { type: 'integer', maximum: 100 }],
  ['an integer of few values', { type: 'integer', 'x-known-values': [1, 2] }, { type: 'integer' }],
  [
    'an integer of large values',
    { type: 'integer', enum: [2 ** 31] },
    { type: 'integer', enum: [2 ** 31], format: 'int64' },
  ],
  ['a format of tools', { type: 'string', format: 'date-time' }, { type: 'string', format: 'date-time' }],
  [
    'a format of ours',
    { type: 'integer', format: 'fen', description: 'The sum.' },
    { type: 'integer', format: 'int64', description: 'The sum. In fen (0.01 yuan).' },
  ],
  [
    'two types',
    { type: ['string', 'array'], items: { type: 'string' } },
    { description: 'Its type is one of: string, array.' },
  ],
  [
    'two types and a null',
    { type: ['string', 'integer', 'null'] },
    { nullable: true, description: 'Its type is one of: string, integer.' },
  ],
  [
    'an exclusive limit',
    { type: 'number', exclusiveMinimum: 0 },
    { type: 'number', minimum: 0, exclusiveMinimum: true },
  ],
  ['a list of anything', { type: 'array' }, { type: 'array', items: {} }],
  ['base64', { type: 'string', contentEncoding: 'base64' }, { type: 'string', format: 'byte' }],
  [
    'bytes',
    { type: 'string', contentMediaType: 'application/octet-stream' },
    { type: 'string', format: 'binary' },
  ],
  ['no required field', { type: 'object', required: [] }, { type: 'object' }],
  [
    'meanings',
    { type: 'string', enum: ['a'], 'x-meanings': { a: 'first' }, description: 'The kind.' },
    { type: 'string', enum: ['a'], description: 'The kind.\n\n- `a`: first' },
  ],
  [
    'a default among numbers',
    { type: 'integer', enum: [0, 1], default: 0, description: 'Is it shown?', 'x-meanings': { 0: 'hidden' } },
    { type: 'integer', enum: [0, 1], description: 'Is it shown? Default: 0.\n\n- `0`: hidden' },
  ],
  [
    'a default among texts',
    { type: 'string', enum: ['asc', 'desc'], default: 'asc' },
    { type: 'string', enum: ['asc', 'desc'], default: 'asc' },
  ],
  ['a reference', { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/A' }],
  [
    'a reference with a text',
    { $ref: '#/components/schemas/A', description: 'Its own.' },
    { description: 'Its own.', allOf: [{ $ref: '#/components/schemas/A' }] },
  ],
  ['examples', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
  [
    'keywords of JSON Schema alone',
    { type: 'object', $comment: 'x', unevaluatedProperties: false, 'x-exact': true },
    { type: 'object' },
  ],
  [
    'a nullable reference',
    {
      type: ['object', 'null'],
      anyOf: [{ $ref: '#/components/schemas/A' }, { nullable: true, enum: [null] }],
    },
    { type: 'object', nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] },
  ],
];

test.each(schemas)('OpenAPI 3.0 writes %s', (_, given, want) => {
  expect(schema30(given, 'en')).toEqual(want);
});

test('success and failure are one object that requires what both have', () => {
  const success: Schema = {
    type: 'object',
    title: 'Answer',
    required: ['errcode', 'errmsg', 'rows'],
    properties: {
      errcode: { type: 'integer', const: 0, description: '0.' },
      errmsg: { type: 'string' },
      rows: { type: 'array' },
    },
  };
  const failure: Schema = {
    type: 'object',
    required: ['errcode', 'errmsg'],
    properties: {
      errcode: { type: 'integer', not: { const: 0 }, description: 'The code.' },
      errmsg: { type: 'string' },
      hint: { type: 'string' },
    },
  };
  expect(flatAnswer({ anyOf: [success, failure] })).toEqual({
    type: 'object',
    required: ['errcode', 'errmsg'],
    properties: {
      errcode: { type: 'integer', description: '0. The code.' },
      errmsg: { type: 'string' },
      rows: { type: 'array' },
      hint: { type: 'string' },
    },
  });
});

test('every object inside another gets a name that no other has, whatever its case', () => {
  const inner: Schema = { type: 'object', properties: { a: { type: 'string' } } };
  const schemas = nameSchemas({ Mineparts: { type: 'string' } });
  const reference = schemas.add('Mine', {
    type: 'object',
    properties: {
      parts: inner,
      rows: { type: 'array', items: inner },
      none: { ...inner, type: ['object', 'null'] },
    },
  });
  expect(reference).toEqual({ $ref: '#/components/schemas/Mine' });
  expect(schemas.all()).toEqual({
    Mineparts: { type: 'string' },
    Mine: {
      type: 'object',
      properties: {
        parts: { $ref: '#/components/schemas/MineParts2' },
        rows: { type: 'array', items: { $ref: '#/components/schemas/MineRowsItem' } },
        none: {
          type: ['object', 'null'],
          anyOf: [{ $ref: '#/components/schemas/MineNone' }, { type: 'null' }],
        },
      },
    },
    MineParts2: inner,
    MineRowsItem: inner,
    MineNone: { ...inner, type: ['object'] },
  });
});

test('an answer whose fields are unknown keeps them', () => {
  const unknown: Schema = { type: 'object', 'x-unknown': 'no page', properties: {} };
  const failure: Schema = { type: 'object', properties: {} };
  expect(flatAnswer({ anyOf: [unknown, failure] }).additionalProperties).toBe(true);
  expect(flatAnswer({ anyOf: [failure, failure] })).not.toHaveProperty('additionalProperties');
});

const text: Schema = { type: 'string' };
const components: Record<string, Schema> = {
  Frame: { type: 'object', required: ['id'], properties: { id: text, data: { type: 'object' } } },
  Timed: {
    type: 'object',
    required: ['at'],
    properties: { at: text },
    allOf: [{ $ref: '#/components/schemas/Frame' }],
  },
  Text: text,
};
const extending = (name: string, properties: Record<string, Schema>): Schema => ({
  description: 'Mine.',
  required: ['data'],
  properties,
  allOf: [{ $ref: `#/components/schemas/${name}` }],
});
const narrowed = { data: { type: 'object', properties: { a: text } } };
const overrides: [name: string, given: Schema, want: Schema][] = [
  [
    'a property of its base',
    extending('Frame', narrowed),
    { type: 'object', description: 'Mine.', required: ['id', 'data'], properties: { id: text, ...narrowed } },
  ],
  [
    "a property of its base's base",
    extending('Timed', narrowed),
    {
      type: 'object',
      description: 'Mine.',
      required: ['id', 'at', 'data'],
      properties: { id: text, at: text, ...narrowed },
    },
  ],
  ['nothing of its base', extending('Frame', { more: text }), extending('Frame', { more: text })],
  ['a base that is no object', extending('Text', narrowed), extending('Text', narrowed)],
];
test.each(overrides)('an object that declares %s again', (_, given, want) => {
  expect(mergeOverrides(given, components)).toEqual(want);
});

test('components that extend each other in a circle end', () => {
  const base = (name: string): Schema => ({
    allOf: [{ $ref: `#/components/schemas/${name}` }],
    properties: { a: { type: 'string' } },
  });
  expect(Object.keys(nameSchemas({ A: base('B'), B: base('A') }).all())).toEqual(['A', 'B']);
});
