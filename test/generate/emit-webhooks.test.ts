import { expect, test } from 'vitest';
import { emitWebhooks } from '../../scripts/generate/emit-webhooks.ts';
import type { Model } from '../../scripts/spec/model.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';

const frame: Schema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, event: { type: 'string' }, data: { type: 'object' } },
};
const reading = (event: string): Schema => ({
  type: 'object',
  allOf: [{ $ref: '#/components/schemas/Frame' }],
  properties: {
    event: { const: event },
    data: {
      type: 'object',
      required: ['no'],
      properties: {
        no: { type: 'integer', 'x-exact': true },
        extra: { type: 'object', allOf: [{ $ref: '#/components/schemas/Extra' }] },
      },
    },
  },
});

function emit(bodies: Record<string, Schema>): string {
  const schemas = { Frame: frame, Extra: { type: 'object' } };
  const webhooks = Object.fromEntries(
    Object.entries(bodies).map(([name, schema]) => [
      name,
      { post: { operationId: 'thingMade', requestBody: { content: { 'application/json': { schema } } } } },
    ]),
  );
  const document = { openapi: '3.1.0', info: {}, paths: {}, components: { schemas }, webhooks };
  // The cast is safe because the emitter reads no other part of a model.
  return emitWebhooks({ document, schemas, operations: [] } as unknown as Model).replace(/\s+/g, ' ');
}

test('a message is one list of members: first its own, then those of the frame', () => {
  const text = emit({ 'thing.made': reading('thing') });
  expect(text).toContain(
    "export type ThingMade = { id: string; event?: 'thing'; data?: { no: string; extra?: components.Extra; }; };",
  );
  expect(text).toContain("export interface WebhookEvents { 'thing.made': ThingMade; }");
  expect(text).toContain("['thing.made', { event: 'thing' }, ['data.no']]");
});

test('two messages with the same name get different types', () => {
  const text = emit({ a: reading('a'), b: reading('b') });
  expect(text).toContain('a: ThingMade; b: ThingMade2;');
});

test('a webhook that fixes no value, such as the frame, is not a message', () => {
  const text = emit({ frame: { $ref: '#/components/schemas/Frame' } });
  expect(text).toContain('export interface WebhookEvents { }');
});

test('names and values of a hostile specification are inert', () => {
  const text = emit({ "'];alert(1)//": reading("'});alert(1)//") });
  expect(text).toContain("'\\'];alert(1)//': ThingMade;");
  expect(text).toContain("{ event: '\\'});alert(1)//' }");
});
