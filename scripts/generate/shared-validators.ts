import type { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Schema } from '../spec/openapi.ts';
import { literal, literalOf, propertyName } from './text.ts';
import { compiledBody, createCompiler } from './validator-code.ts';

/** An answer to validate: its operation, its schema with the components that it reaches, and its exact integers. */
export interface Answer {
  readonly id: string;
  readonly schema: Schema;
  readonly exact: readonly (readonly string[])[];
}

/**
 * More components than this in one answer mean that the schemas of a document refer to each other, so that nearly every
 * answer reaches nearly all of them: written out for each operation, they would be a gigabyte for some public documents.
 */
const MOST_OWN_COMPONENTS = 40;

/** The file of the shared module, which no operation can have: an operationId has no hyphen. */
export const SHARED_FILE = 'shared-answers.ts';

/** Whether an answer's validator belongs into the shared module. */
export function isShared({ schema }: Answer): boolean {
  return Object.keys(schema.$defs as object).length > MOST_OWN_COMPONENTS;
}

/** One module with the validators of all these answers, in which each component has one function. */
export function sharedModule(answers: readonly Answer[]): string {
  const definitions: Record<string, unknown> = Object.create(null);
  for (const { schema } of answers) Object.assign(definitions, schema.$defs);
  for (const [at, { schema }] of answers.entries()) {
    const { $defs: _, ...root } = schema;
    definitions[rootName(at)] = root;
  }
  const whole: Schema = { $defs: definitions };
  const ajv = createCompiler();
  ajv.addSchema(whole, KEY);
  const { body, roots } = exportsOf(ajv, answers.length, whole);
  const rows = answers.map(
    ({ id, exact }, at) =>
      `  ${propertyName(id)}: Object.assign(${roots[at]}, { schema: { ...schema.$defs[${literal(rootName(at))}], $defs: schema.$defs }, exact: ${literalOf(exact)} }),\n`,
  );
  return [
    '// @ts-nocheck',
    `const schema = ${literalOf(whole)};`,
    body,
    `export const validators: Readonly<Record<string, unknown>> = {\n${rows.join('')}};`,
    '',
  ].join('\n');
}

/** The module of one operation whose validator is in the shared module. */
export function referringModule(id: string): string {
  return [
    `import { validators } from './${SHARED_FILE}';`,
    `export const validate: unknown = validators[${literal(id)}];`,
    '',
  ].join('\n');
}

const KEY = 'answers';

/** The definition of an answer itself. The space keeps it apart from every component. */
function rootName(at: number): string {
  return `answer ${at}`;
}

function exportsOf(
  ajv: Ajv2020,
  count: number,
  whole: Schema,
): { readonly body: string; readonly roots: readonly string[] } {
  const names = Array.from({ length: count }, (_, at) => `answer${at}`);
  const references = names.map((name, at) => [name, `${KEY}#/$defs/${encodeURIComponent(rootName(at))}`]);
  const code = standaloneCode.default(ajv, Object.fromEntries(references));
  const roots = names.map((name) => new RegExp(`export const ${name} = (\\w+);`).exec(code)?.[1] ?? '');
  const bare = code.replace(/export const answer\d+ = \w+;/g, '');
  return { body: compiledBody('several operations', bare, whole), roots };
}
