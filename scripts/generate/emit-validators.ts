import standaloneCode from 'ajv/dist/standalone/index.js';
import { remembered, type TextCache } from '../kit/text-cache.ts';
import { answerSchema } from '../spec/answer-schema.ts';
import type { Model, Operation } from '../spec/model.ts';
import { answerPaths } from './exact-paths.ts';
import { type Answer, isShared, referringModule, SHARED_FILE, sharedModule } from './shared-validators.ts';
import { literalOf, propertyName } from './text.ts';
import { compiledBody, createCompiler } from './validator-code.ts';

/**
 * One module per operation, `validators/<operationId>.ts`. Each has its own ajv, so that no module affects another, except
 * for answers that reach very many components: these share a module.
 * @param cache the modules that are already known, by their input.
 */
export function emitValidators(model: Model, cache?: TextCache): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  const shared: Answer[] = [];
  for (const operation of model.operations) {
    const { id } = operation;
    const schema = answerSchema(model, operation);
    const exact = answerPaths(model, operation).map((path) => path.split('.').map(decodeURIComponent));
    const answer = { id, schema, exact };
    if (isShared(answer)) shared.push(answer);
    const text = isShared(answer)
      ? referringModule(id)
      : remembered(cache, JSON.stringify([schema, exact]), () => validatorModule(answer));
    modules.set(`validators/${id}.ts`, text);
  }
  if (shared.length > 0) modules.set(`validators/${SHARED_FILE}`, sharedModule(shared));
  modules.set('validators/index.ts', validatorIndex(model.operations));
  return modules;
}

/** The validator. Its properties are its schema and the paths of exact integers. */
function validatorModule({ id, schema, exact }: Answer): string {
  const ajv = createCompiler();
  const code = standaloneCode.default(ajv, ajv.compile(schema)).replace(/export default \w+;/, '');
  const [line = '', root = ''] = /export const validate = (\w+);/.exec(code) ?? [];
  return [
    '// @ts-nocheck',
    `const schema = ${literalOf(schema)};`,
    compiledBody(id, code.replace(line, ''), schema),
    `export const validate: unknown = Object.assign(${root}, { schema, exact: ${literalOf(exact)} });`,
    '',
  ].join('\n');
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
