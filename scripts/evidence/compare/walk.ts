import type { Spec } from '../../spec/load.ts';
import { METHODS } from '../../spec/openapi.ts';
import { child, children, type Located, target } from './located.ts';
import type { Operation } from './operations.ts';

/** Which way the value of a schema travels. */
export type Direction = 'request' | 'answer';
/** Called with each schema and its direction. */
export type Visit = (schema: Located, direction: Direction) => void;

const SINGLE = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'contentSchema',
] as const;
const MANY = [
  'properties',
  'patternProperties',
  '$defs',
  'dependentSchemas',
  'allOf',
  'anyOf',
  'oneOf',
  'prefixItems',
] as const;

/** Visits every schema that an operation or a webhook reaches, once for each direction. */
export function walkSchemas(
  spec: Spec,
  operations: readonly Operation[],
  webhooks: readonly Located[],
  visit: Visit,
): void {
  const seen = { request: new Set<unknown>(), answer: new Set<unknown>() };
  for (const operation of operations) {
    for (const { schema } of operation.parameters) if (schema !== undefined) walk(schema, 'request');
    walkContents(child(operation.located, 'requestBody'), 'request');
    for (const response of children(operation.located, 'responses')) walkContents(response, 'answer');
  }
  for (const webhook of webhooks) {
    const item = target(spec, webhook) ?? webhook;
    for (const method of METHODS) walkContents(child(item, method, 'requestBody'), 'answer');
  }

  function walkContents(written: Located | undefined, direction: Direction): void {
    const holder = written && target(spec, written);
    for (const content of holder === undefined ? [] : children(holder, 'content')) {
      const schema = child(content, 'schema');
      if (schema !== undefined) walk(schema, direction);
    }
  }

  function walk(schema: Located, direction: Direction): void {
    if (seen[direction].has(schema.value)) return;
    seen[direction].add(schema.value);
    visit(schema, direction);
    const next = target(spec, schema);
    if (next !== undefined && next.value !== schema.value) walk(next, direction);
    for (const key of SINGLE) {
      const part = child(schema, key);
      if (part !== undefined) walk(part, direction);
    }
    for (const key of MANY) for (const part of children(schema, key)) walk(part, direction);
  }
}
