import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { emitValidators } from '../../scripts/generate/emit-validators.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import { folderOf } from '../support/spec-folder.ts';

/** A document with two operations whose answers reach all of its schemas, each of which refers to the next ones. */
function webOf(count: number): Model {
  const schemas = Array.from({ length: count }, (_, at) => {
    const next = [1, 2, 3].map(
      (step) => `next${step}: {$ref: "#/components/schemas/S${(at + step) % count}"}`,
    );
    return `    S${at}: {type: object, required: [n], properties: {n: {type: integer}, ${next.join(', ')}}}\n`;
  });
  const operation = (id: string, schema: string) =>
    `  /${id}: {get: {operationId: ${id}, responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}}}\n`;
  const text =
    'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths:\n' +
    operation('first', '{$ref: "#/components/schemas/S0"}') +
    operation(
      'second',
      '{type: object, properties: {list: {type: array, items: {$ref: "#/components/schemas/S1"}}}}',
    ) +
    `components:\n  schemas:\n${schemas.join('')}`;
  const warn = () => undefined;
  return buildModel(assemble(loadSpec(folderOf({ 'openapi.yaml': text })), { warn }), { warn });
}

interface Validate {
  (value: unknown): boolean;
  readonly schema: object;
  readonly exact: unknown;
}

describe('answers that reach very many components', () => {
  const values: readonly (readonly [id: string, value: unknown])[] = [
    ['first', { n: 1, next1: { n: 2, next3: { n: 3 } } }],
    ['first', { n: 1, next1: { n: 2, next3: { n: 'no' } } }],
    ['first', { next2: { n: 1 } }],
    ['second', { list: [{ n: 1 }, { n: 2, next1: { n: 3 } }] }],
    ['second', { list: [{ n: 1 }, { next1: { n: 3 } }] }],
    ['second', {}],
  ];

  test('share a module, and are judged as their own schema says', async () => {
    const files = emitValidators(webOf(60));
    expect(files.get('validators/first.ts')?.length).toBeLessThan(200);
    const folder = folderOf(Object.fromEntries([...files].map(([name, text]) => [name, text])));
    for (const [id, value] of values) {
      const { validate }: { validate: Validate } = await import(
        pathToFileURL(join(folder, `validators/${id}.ts`)).href
      );
      const judge = new Ajv2020({ strict: false }).compile(validate.schema);
      expect([id, value, validate(value)]).toEqual([id, value, judge(value)]);
      expect(validate.exact).toEqual([]);
    }
  });

  test('a smaller answer has a module of its own', () => {
    const files = emitValidators(webOf(5));
    expect([...files.keys()]).not.toContain('validators/shared-answers.ts');
  });
});
