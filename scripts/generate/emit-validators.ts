import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { remembered, type TextCache } from '../kit/text-cache.ts';
import { answerSchema } from '../spec/answer-schema.ts';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { answerPaths } from './exact-paths.ts';
import { literal, literalOf, propertyName } from './text.ts';

/**
 * One module per operation, `validators/<operationId>.ts`. Each has its own ajv, so that no module affects another.
 * @param cache the modules that are already known, by their input.
 */
export function emitValidators(model: Model, cache?: TextCache): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const operation of model.operations) {
    const schema = answerSchema(model, operation);
    const exact = answerPaths(model, operation).map((path) => path.split('.').map(decodeURIComponent));
    const source = JSON.stringify([schema, exact]);
    const text = remembered(cache, source, () => validatorModule(operation.id, schema, exact));
    modules.set(`validators/${operation.id}.ts`, text);
  }
  modules.set('validators/index.ts', validatorIndex(model.operations));
  return modules;
}

/** The validator. Its properties are its schema and the paths of exact integers. */
function validatorModule(id: string, schema: Schema, exact: readonly (readonly string[])[]): string {
  const ajv = new Ajv2020({
    meta: false,
    validateSchema: false,
    strict: false,
    // A function for each schema: inlined, a new field would renumber the variables of all schemas after it.
    inlineRefs: false,
    allErrors: true,
    messages: false,
    // Beyond it, ajv compares with a function of a module that does not ship.
    loopEnum: Number.POSITIVE_INFINITY,
    code: { source: true, esm: true, lines: false },
  });
  const code = standaloneCode.default(ajv, ajv.compile(schema)).replace(/export default \w+;/, '');
  if (/\brequire\(|\bimport\b/.test(stripStrings(code))) {
    throw new Error(
      `the validator of ${id} needs a module of ajv; omit the keyword that needs it in emit-validators.ts`,
    );
  }
  const [line = '', root = ''] = /export const validate = (\w+);/.exec(code) ?? [];
  const body = withSharedSchemas(code.replace(/^"use strict";/, '').replace(line, ''), schema);
  return [
    '// @ts-nocheck',
    `const schema = ${literalOf(schema)};`,
    body.trim(),
    `export const validate: unknown = Object.assign(${root}, { schema, exact: ${literalOf(exact)} });`,
    '',
  ].join('\n');
}

/**
 * ajv writes every schema that it has seen as a constant. Most are unused and make up a third of the module. Those that
 * are used become references into the module's `schema`.
 */
function withSharedSchemas(code: string, schema: Schema): string {
  const definitions = Object.entries(schema.$defs as Readonly<Record<string, Schema>>);
  const places = [
    [JSON.stringify(schema), 'schema'],
    ...definitions.map(([name, definition]) => [
      JSON.stringify(definition),
      `schema.$defs[${literal(name)}]`,
    ]),
  ] as const;
  const bare = stripStrings(code);
  const uses = new Map<string, number>();
  for (const [name] of bare.matchAll(/\bschema\d+\b/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  let shared = code;
  for (const [, name = ''] of bare.matchAll(/\bconst (schema\d+) = /g)) {
    const isUsed = (uses.get(name) ?? 0) > 1;
    for (const [text, place] of places)
      shared = shared.replace(`const ${name} = ${text};`, () => (isUsed ? `const ${name} = ${place};` : ''));
  }
  return shared;
}

function stripStrings(code: string): string {
  return code.replace(/"[^"\\]*(?:\\.[^"\\]*)*"?/g, '""');
}

function validatorIndex(operations: readonly Operation[]): string {
  return [
    '/** One objection of a validator, in the form of ajv. */',
    'export interface Objection {',
    '  readonly instancePath: string;',
    '  readonly keyword: string;',
    '  readonly params: Readonly<Record<string, unknown>>;',
    '}',
    '/** The subset of JSON Schema that describes answers. A `$ref` is `#/$defs/` and a name. */',
    'export interface AnswerSchema {',
    '  readonly $ref?: string;',
    '  readonly type?: string | readonly string[];',
    '  readonly const?: unknown;',
    '  readonly enum?: readonly unknown[];',
    "  readonly 'x-known-values'?: readonly unknown[];",
    '  readonly properties?: Readonly<Record<string, AnswerSchema>>;',
    '  readonly additionalProperties?: boolean | AnswerSchema;',
    '  readonly items?: AnswerSchema;',
    '  readonly allOf?: readonly AnswerSchema[];',
    '  readonly anyOf?: readonly AnswerSchema[];',
    '  readonly oneOf?: readonly AnswerSchema[];',
    '  readonly $defs?: Readonly<Record<string, AnswerSchema>>;',
    '}',
    '/** Whether a complete successful answer is as specified. After a call that returned false, `errors` says why. */',
    'export interface Validator {',
    '  (answer: unknown): boolean;',
    '  errors?: readonly Objection[] | null;',
    '  /** The schema that the validator was compiled from. */',
    '  readonly schema: AnswerSchema;',
    '  /** The paths of integers that the validator expects as strings of digits. A list on the way adds no step. */',
    '  readonly exact: readonly (readonly string[])[];',
    '}',
    '/** Loads the validator of an operation, by operationId. */',
    'export const validators = {',
    ...operations.map(
      ({ id }) =>
        `  ${propertyName(id)}: () => import('./${id}.ts').then(({ validate }) => validate as Validator),`,
    ),
    '} as const;',
    '',
  ].join('\n');
}
