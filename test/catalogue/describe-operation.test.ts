import { expect, test } from 'vitest';
import { envelopes, operations } from '../../generated/operations.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import {
  describeOperation,
  listOperations,
  neededParameters,
  type Schema,
  type SchemaField,
  schemaFields,
} from '../../src/catalogue/index.ts';

const described = listOperations().map((operation) => describeOperation(operation));

test.each(described)('$name is described without its envelope', (operation) => {
  const { operationId, name, method, path, result, envelope, errors } = operation;
  const row = operations.find((text) => parseOperation(text).id === operationId) ?? '';
  const parsed = parseOperation(row);
  expect({ method, path, envelope: envelope.name }).toEqual({
    method: parsed.method,
    path: parsed.path,
    envelope: parsed.envelope,
  });
  expect(errors.map(({ name: error }) => error).toSorted()).toEqual(
    parsed.errors.map(([, error]) => error).toSorted(),
  );
  expect(errors.every((error) => error.operations.includes(name))).toBe(true);
  const [code, message] = envelopes[parsed.envelope] ?? [];
  const names = schemaFields(result).map((field) => field.name);
  expect(names.filter((field) => field === code || field === message)).toEqual([]);
});

test('an argument has a type, a place and whether it is required', () => {
  const operation = described.find(({ name }) => name === 'opportunity.one');
  expect(operation).toMatchObject({
    title: '获取商机详情',
    safety: 'read',
    oneOfRequired: ['id', 'serial_number'],
  });
  expect(operation?.parameters.map(({ name, place, isRequired }) => [name, place, isRequired])).toEqual([
    ['serial_number', 'query', false],
    ['id', 'query', false],
  ]);
  expect(
    neededParameters(operation?.parameters ?? [], operation?.oneOfRequired).map(({ name }) => name),
  ).toEqual(['id']);
});

const text: Schema = { type: 'string' };
const trees: [name: string, schema: Schema, want: Partial<SchemaField>[]][] = [
  [
    'an object',
    { properties: { a: text, b: { type: ['integer', 'null'], format: 'unix-seconds' } }, required: ['a'] },
    [
      { name: 'a', isRequired: true, type: 'string', fields: [] },
      { name: 'b', isRequired: false, type: 'integer? (unix-seconds)' },
    ],
  ],
  [
    'a list of objects',
    { properties: { rows: { type: 'array', items: { type: 'object', properties: { id: text } } } } },
    [{ name: 'rows', type: 'object[]', fields: [expect.objectContaining({ name: 'id' })] }],
  ],
  [
    'fields of every choice',
    { properties: { a: text }, anyOf: [{ properties: { b: text } }, { properties: { c: text } }] },
    [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
  ],
  [
    'known values and their meanings',
    { properties: { state: { type: 'integer', 'x-known-values': [0, 1], 'x-meanings': { 1: 'done' } } } },
    [{ name: 'state', facts: expect.objectContaining({ values: ['0', '1 done'] }) }],
  ],
  [
    'an exact integer',
    { properties: { id: { type: 'integer', 'x-exact': true } } },
    [{ type: 'integer (exact)' }],
  ],
  ['nothing known', {}, []],
];

test.each(trees)('the fields of %s', (_, schema, want) => {
  expect(schemaFields(schema)).toEqual(want.map((field) => expect.objectContaining(field)));
});

test('a schema that contains itself is followed once', () => {
  const depthOf = (fields: readonly SchemaField[]): number =>
    Math.max(0, ...fields.map((field) => 1 + depthOf(field.fields)));
  for (const { result } of described) expect(depthOf(schemaFields(result))).toBeLessThan(12);
});
