import { expect, test } from 'vitest';
import { compareTypes } from '../../bench/foreign/unknown-properties.ts';
import { folderOf } from '../support/spec-folder.ts';

const schema = (own: string, answer: string) => `
export interface paths { '/a/{id}': { get: operations['a'] } }
export interface operations { a: { responses: { 200: { content: { 'application/json': ${answer} } } } } }
export interface components { schemas: { Own: ${own}; Same: { next: components['schemas']['Same'] } } }
`;

test('counts the properties that are unknown in our types alone, and those that only theirs have', () => {
  const ours = folderOf({
    'schema.ts': schema(
      '{ a: unknown; b: { c: unknown }[]; d: unknown; f: { g: string } | { g: unknown }; h: Blob }',
      '{ r: unknown }',
    ),
    'operation-types.ts': 'export interface OperationTypes { a: { result: { s: unknown } } }',
  });
  const theirs = folderOf({
    'schema.ts': schema(
      '{ a: string; b: { c: number }[]; d: unknown; e: string; f: { g: string } | { h: string }; h: string }',
      '{ r: string; s: string }',
    ),
  });
  expect(compareTypes(ours, theirs)).toMatchObject({
    unknown: [
      'components.schemas.Own.a',
      'components.schemas.Own.b[].c',
      'paths./a/{id}.get.responses.200.content.application/json.r',
      'client a.s',
    ],
    missing: [
      'components.schemas.Own.e',
      'components.schemas.Own.f.h',
      'paths./a/{id}.get.responses.200.content.application/json.s',
      'client a.r',
    ],
  });
});
