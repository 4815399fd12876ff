import { expect, test } from 'vitest';
import { sampleCalls, sampleValue } from '../../bench/compare/calls.ts';
import type { OpenApiDocument, Schema } from '../../scripts/spec/openapi.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {},
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      post: {
        operationId: 'thingSet',
        parameters: [
          { name: 'page', in: 'query', schema: { type: 'integer' } },
          { name: 'size', in: 'query', required: true, schema: { type: 'integer' } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['name', 'inside'],
        properties: {
          name: { type: ['string', 'null'] },
          inside: { $ref: '#/components/schemas/Thing' },
          note: {},
        },
      },
    },
  },
};

test.each<[string, Schema, unknown]>([
  ['a value from a list', { enum: ['b', 'c'] }, 'b'],
  ['a list', { type: 'array', items: { type: 'string' } }, []],
  ['the first branch', { oneOf: [{ type: 'boolean' }, { type: 'string' }] }, true],
  [
    'all parts',
    { allOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'number' } } }, {}] },
    { a: 1 },
  ],
  ['an object without known members', { type: 'object' }, {}],
])('a sample is %s', (_, schema, value) => {
  expect(sampleValue(document, schema)).toEqual(value);
});

test('a call has the required arguments, and a recursive schema comes to an end', () => {
  const [call] = sampleCalls(document);
  expect(call).toMatchObject({ id: 'thingSet', method: 'post', path: '/things/{id}' });
  expect(call?.parameters).toEqual({ path: { id: 'a' }, query: { size: 1 } });
  expect(call?.body).toMatchObject({ name: 'a', inside: { name: 'a', inside: { name: 'a' } } });
});
