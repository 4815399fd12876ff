import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { successAnswer } from '../spec/bundle.ts';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { rebuild } from '../spec/rebuild.ts';
import { propertyName } from './text.ts';

/** Keywords that a response validator leaves out: lengths and formats cost ajv's own modules, and say nothing about shape. */
const LEFT_OUT = new Set([
  'minLength',
  'maxLength',
  'format',
  'uniqueItems',
  'description',
  'title',
  'default',
  'example',
  'examples',
  'deprecated',
  'contentMediaType',
  'externalDocs',
  'xml',
  'discriminator',
]);
const LOCAL_SCHEMA = '#/components/schemas/';

/** One module per operation, `validators/<operationId>.ts`, each made by an ajv of its own so that it changes alone. */
export function emitValidators(model: Model): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const operation of model.operations)
    modules.set(`validators/${operation.id}.ts`, validatorModule(model, operation));
  modules.set('validators/index.ts', validatorIndex(model.operations));
  return modules;
}

/** The schema that a whole successful answer of an operation is held against, with the components that it reaches. */
export function answerSchema(model: Model, operation: Operation): Schema {
  const defs: Record<string, Schema> = Object.create(null);
  const root = localise(successAnswer(model, operation));
  return { ...root, $defs: defs };

  function localise(schema: Schema): Schema {
    return rebuild(schema, (part) => {
      const kept = Object.fromEntries(
        Object.entries(part).filter(([key]) => !LEFT_OUT.has(key) && !key.startsWith('x-')),
      );
      if (part['x-exact'] === true) kept.type = Array.isArray(part.type) ? ['string', 'null'] : 'string';
      const reference = part.$ref;
      if (typeof reference !== 'string' || !reference.startsWith(LOCAL_SCHEMA)) return kept;
      const name = reference.slice(LOCAL_SCHEMA.length);
      const target = model.schemas[name];
      if (target !== undefined && defs[name] === undefined) {
        defs[name] = {};
        defs[name] = localise(target);
      }
      return { ...kept, $ref: `#/$defs/${name}` };
    }) as Schema;
  }
}

function validatorModule(model: Model, operation: Operation): string {
  const ajv = new Ajv2020({
    meta: false,
    validateSchema: false,
    strict: false,
    allErrors: true,
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  const schema = answerSchema(model, operation);
  const code = standaloneCode.default(ajv, ajv.compile(schema)).replace(/export default \w+;/, '');
  if (/\brequire\(|\bimport\b/.test(stripStrings(code))) {
    throw new Error(
      `the validator of ${operation.id} needs a module of ajv; leave the keyword that needs it out in emit-validators.ts`,
    );
  }
  return `// @ts-nocheck\n${code.replace(/^"use strict";/, '').trim()}\n`;
}

function stripStrings(code: string): string {
  return code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

function validatorIndex(operations: readonly Operation[]): string {
  return [
    '/** One way in which an answer departs from the specification, as ajv says it. */',
    'export interface Departure {',
    '  readonly instancePath: string;',
    '  readonly keyword: string;',
    '  readonly params: Readonly<Record<string, unknown>>;',
    '}',
    '/** Whether a whole successful answer is as specified; what is wrong is in `errors` after a call that returned false. */',
    'export interface Validator {',
    '  (answer: unknown): boolean;',
    '  errors?: readonly Departure[] | null;',
    '}',
    '/** Loads the validator of an operation, by operationId. */',
    'export const validators = {',
    ...operations.map(
      ({ id }) =>
        `  ${propertyName(id)}: () => import('./${id}.ts').then(({ validate }): Validator => validate as unknown as Validator),`,
    ),
    '} as const;',
    '',
  ].join('\n');
}
