import { describe, expect, test } from 'vitest';
import { schemaDoc } from '../../scripts/generate/schema-doc.ts';
import { typeText } from '../../scripts/generate/type-text.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';

const names = new Map([['Thing', 'Thing']]);
const flat = (schema: Schema, side: 'argument' | 'result' = 'result') =>
  typeText(schema, { names, side }).replace(/\s+/g, ' ');

const tuple = (more: Schema): Schema => ({
  type: 'array',
  prefixItems: [{ type: 'string' }, { type: 'integer' }],
  ...more,
});

describe('a schema as a type', () => {
  test.each<[string, Schema, string]>([
    ['string', { type: 'string' }, 'string'],
    ['integer', { type: 'integer' }, 'number'],
    ['nullable', { type: ['integer', 'null'] }, 'number | null'],
    ['untyped', {}, 'unknown'],
    ['closed values', { type: 'string', enum: ['a', "b'"] }, "'a' | 'b\\''"],
    ['open values', { type: 'integer', 'x-known-values': [1, 2] }, '1 | 2 | (number & {})'],
    [
      'open values, nullable',
      { type: ['string', 'null'], 'x-known-values': ['a'] },
      "'a' | (string & {}) | null",
    ],
    ['const', { const: 0 }, '0'],
    ['list', { type: 'array', items: { type: 'string' } }, 'string[]'],
    ['list of either', { type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    ['list of anything', { type: 'array' }, 'unknown[]'],
    ['tuple', tuple({}), '[string?, number?, ...unknown[]]'],
    ['tuple of at least one', tuple({ minItems: 1 }), '[string, number?, ...unknown[]]'],
    ['tuple closed by its length', tuple({ minItems: 2, maxItems: 2 }), '[string, number]'],
    ['tuple that is never full', tuple({ maxItems: 1 }), '[string?]'],
    ['tuple of no items', tuple({ maxItems: 0 }), '[]'],
    ['tuple with room for more', tuple({ maxItems: 3 }), '[string?, number?, ...unknown[]]'],
    ['tuple closed by items', tuple({ items: { not: {} } }), '[string?, number?]'],
    ['reference', { $ref: '#/components/schemas/Thing' }, 'Thing'],
    ['reference to nothing', { $ref: '#/components/schemas/Nope' }, 'unknown'],
    ['free object', { type: 'object' }, 'Record<string, unknown>'],
    ['map', { type: 'object', additionalProperties: { type: 'integer' } }, 'Record<string, number>'],
    [
      'object',
      { type: 'object', required: ['a'], properties: { a: { type: 'string' }, 'b-c': { type: 'integer' } } },
      "{ a: string; 'b-c'?: number; }",
    ],
    ['one of', { oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'string | number'],
    ['exact', { type: 'integer', 'x-exact': true }, 'string'],
    ['exact, nullable', { type: ['integer', 'null'], 'x-exact': true }, 'string | null'],
    [
      'a key that is code',
      { type: 'object', properties: { "'];alert(1)//": { type: 'string' } } },
      "{ '\\'];alert(1)//'?: string; }",
    ],
  ])('%s', (_, given, want) => {
    expect(flat(given)).toBe(want);
  });

  test('an argument accepts undefined, and an exact integer in any form that keeps its digits', () => {
    expect(
      flat({ type: 'object', properties: { id: { type: 'integer', 'x-exact': true } } }, 'argument'),
    ).toBe('{ id?: string | number | bigint | undefined; }');
  });
});

test.each([
  ['public-code', 'A tag.\nOn no page of the documentation: known from public programs.'],
  ['recording', 'A tag.\nOn no page of the documentation: known from recorded answers.'],
  [undefined, 'A tag.'],
])('the comment of a field says what shows it: %s', (evidence, want) => {
  expect(schemaDoc({ description: 'A tag.', 'x-evidence': evidence })).toBe(want);
});
