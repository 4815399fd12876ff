import { describe, expect, test } from 'vitest';
import { bundle, closedDocument } from '../../scripts/spec/bundle.ts';
import type { OpenApiDocument, Schema } from '../../scripts/spec/openapi.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const answer = (document: OpenApiDocument): readonly Schema[] =>
  document.paths['/api/thing/one']?.get?.responses?.['200']?.content?.['application/json']?.schema?.anyOf ??
  [];

describe('the bundle', () => {
  test('has the envelope and the result in one flat object', () => {
    const [success] = answer(bundle(modelOf()));
    expect(success?.required).toEqual(['errcode', 'thing']);
    expect(Object.keys(success?.properties ?? {})).toEqual(['errcode', 'errmsg', 'thing']);
  });

  test.each([
    [
      'open in the published document',
      bundle,
      { type: 'integer', not: { const: 0 }, 'x-known-codes': [10001, 20001] },
    ],
    ['closed in the copy for types', closedDocument, { type: 'integer', enum: [10001, 20001] }],
  ])("a failure's code is %s", (_, make, want) => {
    expect(answer(make(modelOf()))[1]?.properties?.errcode).toEqual(want);
  });

  test("leaves the curators' evidence out", () => {
    const thing = SOUND['schemas/Thing.yaml']!.replace(
      '{type: integer}',
      '{type: integer, x-corrects: {documented: string, because: it is}}',
    );
    expect(JSON.stringify(bundle(modelOf({ 'schemas/Thing.yaml': thing })))).not.toMatch(
      /x-corrects|x-envelopes/,
    );
  });

  test('an exact integer is an int64 in the published document and a string in our types', () => {
    const thing = SOUND['schemas/Thing.yaml']!.replace(
      '{type: integer}',
      "{type: [integer, 'null'], x-exact: true}",
    );
    const model = modelOf({ 'schemas/Thing.yaml': thing });
    const id = (document: OpenApiDocument) => document.components?.schemas?.Thing?.properties?.id;
    expect(id(bundle(model))).toMatchObject({ type: ['integer', 'null'], format: 'int64' });
    expect(id(closedDocument(model))).toMatchObject({ type: ['string', 'null'] });
  });

  test('a parameter sent as JSON text has the type of its value in the copy for types', () => {
    const one = SOUND['paths/thing/one.yaml']!.replace(
      'schema: {type: string}',
      'content: {application/json: {schema: {type: array, items: {type: string}}}}',
    );
    const parameter = closedDocument(modelOf({ 'paths/thing/one.yaml': one })).paths['/api/thing/one']?.get
      ?.parameters?.[0];
    expect(parameter?.schema).toEqual({ type: 'array', items: { type: 'string' } });
  });
});
