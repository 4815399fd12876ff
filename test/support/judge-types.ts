import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { emitClient } from '../../scripts/generate/emit-client.ts';
import { emitSchema } from '../../scripts/generate/emit-schema.ts';
import { emitValidators } from '../../scripts/generate/emit-validators.ts';
import { answerSchema } from '../../scripts/spec/answer-schema.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { closedDocument } from '../../scripts/spec/bundle.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import { typedModel } from '../../scripts/spec/typed-model.ts';
import { compileTexts } from './compile-texts.ts';
import { judgeOf, type Side } from './json-schema-judge.ts';
import { type AnySchema, NAMES, type SchemaCase, type Version } from './random-schemas.ts';

type Part = Readonly<Record<string, unknown>>;

/** Where the generated types and a value disagree, or what does not compile. */
export interface Disagreement {
  readonly schemas: Omit<SchemaCase, 'values'> | undefined;
  readonly what: string;
}

/** What was compared, and what was found. */
export interface Judgement {
  readonly found: readonly Disagreement[];
  /** How often a type took a value that its schema accepts, and refused one that it does not accept. */
  readonly accepted: number;
  readonly refused: number;
}

interface Check {
  readonly schemas: SchemaCase;
  readonly value: unknown;
  /** Whether the types have to take the value, or to refuse it. */
  readonly takes: boolean;
  readonly type: string;
}

/**
 * Generates types for random schemas, all in one document, and has the compiler decide which values they take. Each value
 * that a schema accepts must be one of its type, in the client and in `schema.ts`, on both sides of a call, and one that
 * our validator accepts. A value with a declared member of a wrong primitive type, or without a required one, must not be.
 */
export function judgeTypes(cases: readonly SchemaCase[], version: Version): Judgement {
  const model = modelOf(cases, version);
  const found: Disagreement[] = [];
  const validators = validatorsOf(model);
  const checks = cases.flatMap((schemas, index) =>
    checksOf(schemas, index, version, validators[index], found),
  );
  const files: Readonly<Record<string, string>> = {
    ...emitClient(model),
    'schema.ts': emitSchema(closedDocument(model)),
    'error-codes.ts':
      'export type ErrorName = never; export type GlobalErrorName = never; export type ErrorCodes = Record<string, never>;',
    'check.ts': checkText(checks),
  };
  const refusals = new Map<number, string>();
  for (const { file, line, text } of compileTexts(files)) {
    if (file === 'check.ts') refusals.set(line - HEAD.length, text);
    else found.push({ schemas: caseAt(cases, files[file], line), what: `${file} does not compile: ${text}` });
  }
  let refused = 0;
  for (const [index, { schemas, value, takes, type }] of checks.entries()) {
    const refusal = refusals.get(index);
    if (refusal !== undefined && !takes) refused++;
    if (takes === (refusal === undefined)) continue;
    const verdict = takes ? 'refuses' : 'takes';
    found.push({ schemas, what: `${type} ${verdict} ${JSON.stringify(value)} ${refusal ?? ''}` });
  }
  return { found, accepted: checks.filter(({ takes }) => takes).length, refused };
}

/** The values of a case that its types have to take or to refuse. Our validator has to judge as ajv does. */
function checksOf(
  schemas: SchemaCase,
  index: number,
  version: Version,
  validate: ((value: unknown) => boolean) | undefined,
  found: Disagreement[],
): Check[] {
  const nameOf = (reference: string) => componentName(reference, index);
  const answer = judgeOf(schemas, version, 'answer', nameOf);
  const hasSides = /"(read|write)Only"/.test(JSON.stringify(schemas));
  const judges = { answer, request: hasSides ? judgeOf(schemas, version, 'request', nameOf) : answer };
  for (const value of schemas.values) {
    const accepts = answer(value);
    if (accepts !== undefined && validate?.(value) !== accepts)
      found.push({
        schemas,
        what: `our validator ${accepts ? 'refuses' : 'accepts'} ${JSON.stringify(value)}`,
      });
  }
  return (['answer', 'request'] as const).flatMap((side) => {
    const accepted = schemas.values.filter((value) => judges[side](value) === true);
    const spoilt = accepted.flatMap((value) => spoil(schemas, value, side));
    const rows = [
      ...accepted.map((value) => ({ value, takes: true })),
      ...spoilt.filter((value) => judges[side](value) === false).map((value) => ({ value, takes: false })),
    ];
    return rows.flatMap((row) => typesOf(index, side).map((type) => ({ ...row, type, schemas })));
  });
}

const componentName = (reference: string, index: number) => `${reference}${index}`;

/** A document with an operation for each case, which takes and answers `{v: <the schema>}`. */
function modelOf(cases: readonly SchemaCase[], version: Version): Model {
  const schemas = cases.flatMap(({ root, A, B }, index) =>
    Object.entries({ S: root, A, B }).map(([name, schema]) => [
      componentName(name, index),
      written(schema, index),
    ]),
  );
  const paths = cases.map((_, index) => {
    const schema = {
      type: 'object',
      required: ['v'],
      properties: { v: { $ref: `#/components/schemas/S${index}` } },
    };
    const content = { 'application/json': { schema } };
    const operation = {
      operationId: `o${index}`,
      requestBody: { required: true, content },
      responses: { 200: { description: 'ok', content } },
    };
    return [`/o${index}`, { post: operation }];
  });
  const document = {
    openapi: version,
    info: { title: 'Random', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  };
  const folder = mkdtempSync(join(tmpdir(), 'random-schemas-'));
  try {
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
    const warn = () => undefined;
    return typedModel(buildModel(assemble(loadSpec(join(folder, 'openapi.json')), { warn }), { warn }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A schema with the names that its references have in the document. */
function written(schema: unknown, index: number): unknown {
  if (Array.isArray(schema)) return schema.map((item) => written(item, index));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === '$ref') return [key, `#/components/schemas/${componentName(value, index)}`];
      if (key === 'mapping')
        return [
          key,
          Object.fromEntries(
            Object.entries(value as Part).map(([tag, name]) => [
              tag,
              `#/components/schemas/${componentName(String(name), index)}`,
            ]),
          ),
        ];
      return [key, key === 'enum' || key === 'const' ? value : written(value, index)];
    }),
  );
}

/** Of so many cases in a program, the validator is the module that is emitted. The schema is the same for all. */
const EMITTED = 8;

function validatorsOf(model: Model): readonly ((value: unknown) => boolean)[] {
  const operations = model.operations.toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const modules = emitValidators({ ...model, operations: operations.slice(0, EMITTED) });
  const ajv = { strict: false, validateSchema: false, code: { optimize: false } };
  return operations.map((operation) => {
    const text = modules.get(`validators/${operation.id}.ts`);
    const validate =
      text === undefined ? new Ajv2020(ajv).compile(answerSchema(model, operation)) : validatorIn(text);
    return (v) => validate({ v }) === true;
  });
}

function validatorIn(module: string): (answer: unknown) => unknown {
  return new Function(module.replace('export const validate: unknown =', 'return'))();
}

const typesOf = (index: number, side: Side) =>
  side === 'answer'
    ? [
        `client.O${index}Result['v']`,
        `operations['o${index}']['responses'][200]['content']['application/json']['v']`,
      ]
    : [
        `client.O${index}Params['v']`,
        `NonNullable<operations['o${index}']['requestBody']>['content']['application/json']['v']`,
      ];

const HEAD = [
  "import type * as client from './client.ts';",
  "import type { operations } from './schema.ts';",
  'declare function check<T>(value: T): void;',
  'declare const value: <T>() => T;',
];

function checkText(checks: readonly Check[]): string {
  const lines = checks.map(({ type, value }) => `check<${type}>(value<${valueText(value)}>());`);
  return [...HEAD, ...lines].join('\n');
}

/** The exact type of a value. Members that it does not have are `never`, which also says that it fits weak types. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const absent = NAMES.filter((name) => !Object.hasOwn(value, name));
  const members = [
    ...Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${valueText(member)}`),
    ...absent.map((name) => `${JSON.stringify(name)}?: never`),
  ];
  return `{ ${members.join('; ')} }`;
}

const WRONG: Readonly<Record<string, unknown>> = { string: 1, integer: 'x', number: 'x', boolean: 'x' };

/** A value made wrong for reasons that a type can say: a member of another primitive type, or a required one left out. */
function spoil({ root }: SchemaCase, value: unknown, side: Side): unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || typeof root === 'boolean')
    return [];
  if (root.type !== 'object' || root.nullable === true) return [];
  if (['enum', 'allOf', 'anyOf', 'oneOf', 'not'].some((key) => key in root)) return [];
  const foreign = side === 'request' ? 'readOnly' : 'writeOnly';
  const members = Object.entries((root.properties ?? {}) as Readonly<Record<string, AnySchema>>);
  const mistyped = members.flatMap(([name, member]) => {
    if (typeof member === 'boolean' || member[foreign] === true) return [];
    const keys = Object.keys(member).filter((key) => key !== 'readOnly' && key !== 'writeOnly');
    return keys.length === 1 && typeof member.type === 'string' && member.type in WRONG
      ? [{ ...value, [name]: WRONG[member.type] }]
      : [];
  });
  const missing = ((root.required ?? []) as readonly string[]).map((name) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)),
  );
  return [...mistyped, ...missing];
}

/** The case whose name stands last before a line. */
function caseAt(
  cases: readonly SchemaCase[],
  text: string | undefined,
  line: number,
): SchemaCase | undefined {
  const before = (text ?? '')
    .split('\n')
    .slice(0, line + 1)
    .join('\n');
  const names = [...before.matchAll(/\b[OSAB](\d+)/g)];
  return cases[Number(names.at(-1)?.[1])];
}
