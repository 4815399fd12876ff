import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../scripts/kit/diagnostic.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import { typedModel } from '../../scripts/spec/typed-model.ts';
import { folderOf } from '../support/spec-folder.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A model of component schemas, with one operation that sends and answers `S`. */
function modelOf(schemas: string): { model: Model; warnings: readonly Diagnostic[] } {
  const content = { 'application/json': { schema: ref('S') } };
  const responses = { 200: { description: 'ok', content } };
  const paths = { '/a': { post: { operationId: 'a', requestBody: { content }, responses } } };
  const head = `openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: ${JSON.stringify(paths)}\n`;
  const text = `${head}components: {schemas: ${schemas}}\n`;
  const warnings: Diagnostic[] = [];
  const warn = (finding: Diagnostic) => void warnings.push(finding);
  const assembled = assemble(loadSpec(folderOf({ 'openapi.yaml': text })), { warn });
  return { model: typedModel(buildModel(assembled, { warn })), warnings };
}

describe('a circle of schemas that describe one value', () => {
  test('is cut at the base type of a subtype, which keeps the members of the base type', () => {
    const { model, warnings } = modelOf(
      `{S: {properties: {id: {type: string}}, oneOf: [{$ref: "#/components/schemas/A"}]},
        A: {allOf: [{$ref: "#/components/schemas/S"}, {properties: {a: {type: string}}}]}}`,
    );
    expect(model.schemas.A).toEqual({
      allOf: [
        { type: 'object', properties: { id: { type: 'string' } } },
        { type: 'object', properties: { a: { type: 'string' } } },
      ],
    });
    expect(model.schemas.S).toMatchObject({ oneOf: [ref('A')] });
    expect(warnings.map(({ message }) => message)).toEqual([
      'the schema A describes its own value by S, which leads back to it (allOf.0); read as its own members',
    ]);
  });

  test('is cut at an alternative where there is nothing else to cut', () => {
    const { model } = modelOf(
      `{S: {anyOf: [{type: string}, {$ref: "#/components/schemas/A"}]}, A: {anyOf: [{$ref: "#/components/schemas/S"}, {type: integer}]}}`,
    );
    expect(model.schemas.S).toEqual({ anyOf: [{ type: 'string' }, { anyOf: [{ type: 'integer' }] }] });
    expect(model.schemas.A).toEqual({ anyOf: [ref('S'), { type: 'integer' }] });
  });

  test('is none where a schema contains itself as a member or an item', () => {
    const { warnings } = modelOf(
      `{S: {properties: {up: {$ref: "#/components/schemas/S"}}}, L: {type: array, items: {$ref: "#/components/schemas/L"}}}`,
    );
    expect(warnings).toEqual([]);
  });
});

describe('a type that is not written', () => {
  test.each([
    ['{properties: {a: {type: string}}}', 'object'],
    ['{required: [a]}', 'object'],
    ['{items: {type: string}}', 'array'],
    ['{minLength: 1}', undefined],
    ['{not: {required: [a]}}', undefined],
  ])('%s', (schema, want) => {
    expect(modelOf(`{S: ${schema}}`).model.schemas.S?.type).toBe(want);
  });

  test('is that of the schema around', () => {
    const { model } = modelOf('{S: {type: [object, "null"], allOf: [{properties: {a: {type: string}}}]}}');
    expect(model.schemas.S?.allOf?.[0]?.type).toEqual(['object', 'null']);
  });
});

describe('a discriminator gives each alternative its value', () => {
  const union = (discriminator: string, tag = '{type: string}') =>
    modelOf(
      `{S: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind${discriminator}}},
        Cat: {type: object, required: [kind], properties: {kind: ${tag}}}, Dog: {allOf: [{$ref: "#/components/schemas/Cat"}]}}`,
    ).model.schemas.S?.oneOf;
  const tagged = (name: string, only: object) => ({
    allOf: [ref(name), { type: 'object', properties: { kind: only }, required: ['kind'] }],
  });

  test.each<[string, string, readonly object[]]>([
    ['by its name', '', [tagged('Cat', { const: 'Cat' }), tagged('Dog', { const: 'Dog' })]],
    [
      'by the mapping',
      ', mapping: {cat: "#/components/schemas/Cat", tom: Cat, dog: Dog}',
      [tagged('Cat', { enum: ['cat', 'tom'] }), tagged('Dog', { const: 'dog' })],
    ],
  ])('%s', (_, discriminator, want) => {
    expect(union(discriminator)).toEqual(want);
  });

  test.each(['{type: string, const: cat}', '{type: integer}', '{type: string, enum: [lion]}'])(
    'and leaves one whose property is %s',
    (tag) => {
      expect(union('', tag)).toEqual([ref('Cat'), ref('Dog')]);
    },
  );
});

describe('a discriminator on a base type gives each heir its value', () => {
  const heirs = (discriminator: string, tag = '{type: string}', cat = '') =>
    modelOf(
      `{Pet: {type: object, required: [kind], properties: {kind: ${tag}}, discriminator: {propertyName: kind${discriminator}}},
        Cat: {allOf: [{$ref: "#/components/schemas/Pet"}${cat}]}, Dog: {allOf: [{$ref: "#/components/schemas/Pet"}]},
        Puppy: {allOf: [{$ref: "#/components/schemas/Dog"}]}, S: {type: object}}`,
    ).model.schemas;
  const part = (only: object) => ({ type: 'object', properties: { kind: only }, required: ['kind'] });

  test.each<[string, string, object, object, object]>([
    ['by its name', '', { const: 'Cat' }, { enum: ['Dog', 'Puppy'] }, { const: 'Puppy' }],
    [
      'by the mapping',
      ', mapping: {cat: "#/components/schemas/Cat", tom: Cat, pup: Puppy}',
      { enum: ['cat', 'tom'] },
      { enum: ['Dog', 'pup'] },
      { const: 'pup' },
    ],
  ])('%s', (_, discriminator, cat, dog, puppy) => {
    const schemas = heirs(discriminator);
    expect(schemas.Cat).toEqual({ allOf: [ref('Pet'), part(cat)] });
    expect(schemas.Dog).toEqual({ allOf: [ref('Pet'), part(dog)] });
    expect(schemas.Puppy).toEqual({ allOf: [ref('Dog'), part(puppy)] });
    expect(schemas.Pet?.properties?.kind).toEqual({ type: 'string' });
  });

  test.each([
    ['{type: integer}', ''],
    ['{type: string, enum: [lion]}', ''],
    ['{type: string, const: cat}', ''],
    ['{type: string}', ', {properties: {kind: {type: string, enum: [lion]}}}'],
    ['{type: string}', ', {properties: {kind: {const: cat}}}'],
  ])('and leaves one whose property is %s%s', (tag, more) => {
    expect(heirs('', tag, more).Cat?.allOf).toHaveLength(more === '' ? 1 : 2);
  });
});

test('an alternative that requires the property and does not declare it has it as text', () => {
  const { model } = modelOf(
    `{S: {oneOf: [{$ref: "#/components/schemas/Car"}], discriminator: {propertyName: kind, mapping: {car: Car}}},
      Car: {type: object, required: [kind], properties: {doors: {type: integer}}}}`,
  );
  expect(model.schemas.Car?.properties?.kind).toEqual({ type: 'string' });
  expect(model.schemas.S?.oneOf?.[0]?.allOf?.[1]?.properties).toEqual({ kind: { const: 'car' } });
});

describe('a member of one side of a call', () => {
  const SCHEMAS = `{S: {type: object, required: [id, name, pin], properties: {id: {$ref: "#/components/schemas/Id"}, name: {type: string}, pin: {type: string, writeOnly: true}, of: {$ref: "#/components/schemas/T"}}},
    Id: {type: integer, readOnly: true}, T: {allOf: [{properties: {at: {type: string, readOnly: true}}}, {required: [at]}]}, SInput: {type: string}}`;

  test('is in the schema of that side alone, and required there alone', () => {
    const { model } = modelOf(SCHEMAS);
    const [operation] = model.operations;
    expect(operation?.result).toEqual(ref('S'));
    expect(operation?.body?.schema).toEqual(ref('SInput2'));
    expect(model.schemas.S).toEqual({
      type: 'object',
      required: ['id', 'name'],
      properties: { id: ref('Id'), name: { type: 'string' }, of: ref('T') },
    });
    expect(model.schemas.SInput2).toEqual({
      type: 'object',
      required: ['name', 'pin'],
      properties: { name: { type: 'string' }, pin: { type: 'string', writeOnly: true }, of: ref('TInput') },
    });
    expect(model.schemas.TInput?.allOf).toEqual([
      { type: 'object', properties: {} },
      { type: 'object', required: [] },
    ]);
  });

  test('leaves a document without such members as it is', () => {
    const { model } = modelOf('{S: {type: object, properties: {a: {type: string}}}}');
    expect(Object.keys(model.schemas)).toEqual(['S']);
  });
});
