// The document for other languages says the same as the 3.1 document.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readRecordings } from '../../scripts/evidence/recording.ts';

type Json = Readonly<Record<string, unknown>>;
type Document = Json & {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Json };
};
interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content: Record<string, { schema: Json }> }>;
}

const read = (name: string): Document =>
  JSON.parse(readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8'));
const [newer, older, chinese] = ['openapi.json', 'openapi-3.0.json', 'openapi-3.0.zh.json'].map(read) as [
  Document,
  Document,
  Document,
];

const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) => [operation.operationId, path, method, operation] as const,
    ),
  );

/** Every object below a value, with its path. */
function* walk(value: unknown, at = ''): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${at}/${key}`);
}

test('it has the same operations, in the same order', () => {
  const names = (document: Document) =>
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

/** A schema of 3.0 as JSON Schema: `nullable` counts beside `allOf`, too, as the tools read it. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _, ...rest } = value as Json;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, asJsonSchema(inner)]));
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

const ajv30 = new Ajv({ strict: false, validateFormats: false }).addSchema({
  $id: 'older',
  components: { schemas: asJsonSchema(older.components.schemas) },
});
const ajv31 = new Ajv2020({ strict: false, validateFormats: false }).addSchema({
  $id: 'newer',
  components: { schemas: newer.components.schemas },
});

describe.each(
  readRecordings('test/recordings').map(
    ({ file, operation, source }) => [file, operation, (source.cut ?? []).length > 0] as const,
  ),
)('%s', (file, id, isCutOff) => {
  // As any program reads it: a large number loses digits.
  const { body } = JSON.parse(readFileSync(`test/recordings/${file}`, 'utf8')).response;
  const schemaIn = (document: Document, base: string) => {
    const [, , , operation] = operationsOf(document).find(([known]) => known === id) ?? [];
    const schema = Object.values(operation?.responses ?? {})[0]?.content['application/json']?.schema;
    return JSON.parse(JSON.stringify(schema ?? false).replaceAll('"#/', `"${base}#/`));
  };
  const olderSchema = asJsonSchema(schemaIn(older, 'older')) as object;

  // A capture that breaks off lacks required fields in both.
  test.skipIf(isCutOff)('is valid in both documents', () => {
    expect(ajv31.validate(schemaIn(newer, 'newer'), body), ajv31.errorsText()).toBe(true);
    expect(ajv30.validate(olderSchema, body), ajv30.errorsText()).toBe(true);
  });

  test('without a field that the one for other languages requires, both refuse it', () => {
    const name = /schemas\/(\w+)/.exec(JSON.stringify(olderSchema))?.[1] ?? '';
    for (const field of Object(older.components.schemas[name]).required ?? []) {
      const { [field]: _, ...rest } = body;
      expect(ajv30.validate(olderSchema, rest), field).toBe(false);
      expect(ajv31.validate(schemaIn(newer, 'newer'), rest), field).toBe(false);
    }
  });
});
