import { expect, test } from 'vitest';
import { flatObject } from '../../scripts/generate/flat-object.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';
import { foreignModel, ROOT } from '../support/foreign-client.ts';

const { model } = foreignModel(`${ROOT}paths: {}
components:
  schemas:
    Named: {type: object, required: [name], properties: {name: {type: string}}}
    Owned: {allOf: [{$ref: '#/components/schemas/Named'}, {properties: {owner: {type: string, readOnly: true}}}]}
    Either: {oneOf: [{$ref: '#/components/schemas/Named'}]}
    Closed: {type: object, properties: {a: {}}, additionalProperties: false}
`);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const name = { type: 'string' };
const age = { type: 'integer' };

test.each<[string, Schema, object]>([
  [
    'the fields of all parts, and those of its own',
    { description: 'A person.', allOf: [ref('Owned')], properties: { age }, required: ['age'] },
    {
      description: 'A person.',
      type: 'object',
      properties: { name, owner: { type: 'string', readOnly: true }, age },
      required: ['name', 'age'],
    },
  ],
  [
    'what a part only requires',
    { allOf: [{ properties: { age } }, { required: ['age'] }] },
    { type: 'object', properties: { age }, required: ['age'] },
  ],
  [
    'what stands beside a reference',
    { allOf: [{ ...ref('Named'), required: ['nick'] }, { properties: { name } }] },
    { type: 'object', properties: { name }, required: ['name', 'nick'] },
  ],
  [
    'a field of two parts, which has to satisfy both',
    { allOf: [ref('Named'), { properties: { name: { enum: ['x'], description: 'Its name.' } } }] },
    {
      type: 'object',
      properties: {
        name: { description: 'Its name.', allOf: [name, { enum: ['x'], description: 'Its name.' }] },
      },
      required: ['name'],
    },
  ],
  [
    'further fields of any type',
    { allOf: [ref('Named'), { type: 'object', additionalProperties: true }] },
    { type: 'object', properties: { name }, required: ['name'], additionalProperties: true },
  ],
])('an allOf of objects is one object: %s', (_, schema, want) => {
  expect(flatObject(model, schema)).toEqual(want);
});

test.each<[string, Schema]>([
  ['alternatives', { allOf: [ref('Named'), ref('Either')] }],
  ['typed further fields', { allOf: [{ type: 'object', additionalProperties: { type: 'string' } }] }],
  ['a part that refuses the fields of the others', { allOf: [ref('Named'), ref('Closed')] }],
  ['a list', { allOf: [{ type: 'array', items: {} }] }],
  ['a type that may be null', { allOf: [{ type: ['object', 'null'], properties: { name } }] }],
])('an allOf with %s is no list of known fields', (_, schema) => {
  expect(flatObject(model, schema)).toBeUndefined();
});
