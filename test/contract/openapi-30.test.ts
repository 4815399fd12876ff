// The document for other languages says the same as the 3.1 document.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import {
  type ApiDocument,
  chinese,
  type Json,
  newer,
  older,
  operationsOf,
  problemsOf,
  schemaOf,
} from './both-documents.ts';

/** Every object below a value, with its path. */
function* walk(value: unknown, at = ''): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${at}/${key}`);
}

test('it has the same operations, in the same order', () => {
  const names = (document: ApiDocument) =>
    operationsOf(document).map(([id, path, method]) => `${id} ${method} ${path}`);
  expect(names(older)).toEqual(names(newer));
  expect(names(older).length).toBeGreaterThan(150);
});

test('it holds nothing that OpenAPI 3.0 does not know', () => {
  const foreign = [...walk({ paths: older.paths, schemas: older.components.schemas })].flatMap(
    ([at, part]) => {
      if (/\/(properties|schemas|example|default|enum)(\/|$)[^/]*$/.test(at) && !('type' in part)) return [];
      const isNames = /\/(properties|schemas)$/.test(at);
      const keys = isNames
        ? []
        : Object.keys(part).filter((key) =>
            /^x-(?!apifox-folder$)|^(const|\$defs|examples|contentMediaType|prefixItems)$/.test(key),
          );
      return [...keys, ...(Array.isArray(part.type) ? ['types'] : [])].map((key) => `${at}: ${key}`);
    },
  );
  expect(foreign).toEqual([]);
});

test('every object has a name, and no two names differ by case alone', () => {
  const names = Object.keys(older.components.schemas);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const nameless = [...walk(older.components.schemas)].filter(
    ([at, part]) =>
      at.split('/').length > 2 &&
      'properties' in part &&
      typeof part.properties === 'object' &&
      !/\/(properties|allOf\/\d+)$/.test(at),
  );
  expect(nameless.map(([at]) => at)).toEqual([]);
});

test('no object declares an inherited property again', () => {
  const { schemas } = older.components;
  const declaredAgain = Object.entries(schemas).flatMap(([name, schema]) => {
    const { allOf = [], properties = {} } = schema as { allOf?: Json[]; properties?: Json };
    return allOf
      .flatMap(({ $ref }) => Object.keys(Object(schemas[String($ref).split('/')[3] ?? '']).properties ?? {}))
      .filter((property) => Object.hasOwn(properties, property))
      .map((property) => `${name}.${property}`);
  });
  expect(declaredAgain).toEqual([]);
});

test('the Chinese one differs in texts alone', () => {
  const TEXTS = new Set(['description', 'summary', 'title']);
  const withoutTexts = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, inner) =>
        TEXTS.has(key) && typeof inner === 'string' ? undefined : inner,
      ),
    );
  expect(withoutTexts(chinese)).toEqual(withoutTexts(older));
  expect(JSON.stringify(chinese)).not.toBe(JSON.stringify(older));
});

describe.each(
  readRecordings('test/recordings').map(
    ({ file, operation, source }) => [file, operation, (source.cut ?? []).length > 0] as const,
  ),
)('%s', (file, id, isCutOff) => {
  // As any program reads it: a large number loses digits.
  const { body } = JSON.parse(readFileSync(`test/recordings/${file}`, 'utf8')).response;
  // A capture that breaks off lacks required fields in both.
  test.skipIf(isCutOff)('is valid in both documents', () => {
    expect(problemsOf(id, body)).toEqual({});
  });

  test('without a field that the one for other languages requires, both refuse it', () => {
    const name = /schemas\/(\w+)/.exec(JSON.stringify(schemaOf('older', id)))?.[1] ?? '';
    for (const field of Object(older.components.schemas[name]).required ?? []) {
      const { [field]: _, ...rest } = body;
      expect(Object.keys(problemsOf(id, rest)).sort(), field).toEqual(['newer', 'older']);
    }
  });
});
