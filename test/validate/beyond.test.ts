import { expect, test } from 'vitest';
import type { AnswerSchema } from '../../generated/validators/index.ts';
import { additionsIn } from '../../src/validate/additions.ts';
import { planOf } from '../../src/validate/field-plan.ts';

const named = (properties: Readonly<Record<string, AnswerSchema>>): AnswerSchema => ({
  type: 'object',
  properties,
});
const KIND: AnswerSchema = { type: ['integer', 'null'], 'x-known-values': [1, 2] };

const CASES: [name: string, schema: AnswerSchema, answer: unknown, want: string[]][] = [
  ['a free object', { type: 'object' }, { a: 1 }, []],
  ['an explicitly open object', { ...named({ a: {} }), additionalProperties: true }, { a: 1, b: 1 }, []],
  [
    'an object in an object',
    named({ a: named({ b: {} }) }),
    { a: { b: 1, c: 1 } },
    ['undocumented a c integer'],
  ],
  [
    'lists in lists',
    named({ a: { items: { items: named({}) } } }),
    { a: [[{ x: null }], [{ x: 'y' }]] },
    ['undocumented a * * x null', 'undocumented a * * x string'],
  ],
  [
    'a map, whose keys are not reported',
    { type: 'object', additionalProperties: named({ a: KIND }) },
    { '13800138000': { a: 3, b: true } },
    ['new-value * a 3', 'undocumented * b boolean'],
  ],
  [
    'a schema that contains itself',
    { $ref: '#/$defs/Node', $defs: { Node: named({ next: { $ref: '#/$defs/Node' } }) } },
    { next: { next: { next: {}, x: 1 } } },
    ['undocumented next next x integer'],
  ],
  [
    'a composed object, of which no branch lists all fields',
    { ...named({}), allOf: [named({ a: {} })] },
    { a: 1 },
    [],
  ],
  ['null and other types, which the validator objects to', named({ a: KIND }), { a: null }, []],
  ['another type in the place of a known value', named({ a: KIND }), { a: 'one' }, []],
  ['an object where a list should be', named({ a: { items: KIND } }), { a: { b: 1 } }, []],
  [
    'names that every object inherits',
    named({ a: {} }),
    JSON.parse('{"constructor": 1, "__proto__": 1}'),
    ['undocumented constructor integer', 'undocumented __proto__ integer'],
  ],
];

test.each(CASES)('%s', (_name, schema, answer, want) => {
  const found = additionsIn(planOf(schema), answer, new Set());
  expect(found.map(({ kind, path, got }) => [kind, ...path, got].join(' '))).toEqual(want);
});
