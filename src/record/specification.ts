import { createRequire } from 'node:module';
import { errorTexts } from '../../generated/error-texts.ts';
import { envelopes } from '../../generated/operations.ts';
import { successOf } from '../base/success-of.ts';
import type { Schema } from './place.ts';

/** The schemas of one operation that recording needs. */
export interface RecordedOperation {
  /** The schema of the complete answer, success or failure. */
  readonly answer: Schema;
  /** The schema of the arguments, by name. */
  readonly params: Schema;
}

/** The parts of the specification that say what a recording may keep. */
export interface Specification {
  /** By operationId. */
  readonly operations: ReadonlyMap<string, RecordedOperation>;
  /** The targets of `#/components/schemas/…`. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Every name of a field or argument. */
  readonly names: ReadonlySet<string>;
  /** The words in those names. */
  readonly words: ReadonlySet<string>;
  /** Every listed value, as text. */
  readonly values: ReadonlySet<string>;
  /** Every documented message of an envelope. */
  readonly messages: ReadonlySet<string>;
  /** The fields of the envelopes that hold a code, and those that hold a message. */
  readonly codeFields: ReadonlySet<string>;
  readonly messageFields: ReadonlySet<string>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface BundledOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Content & { readonly name: string; readonly schema?: Schema })[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
/** The parts of the bundle that are read here. */
interface Bundle {
  readonly paths: Readonly<Record<string, Readonly<Record<string, BundledOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let ownSpecification: Specification | undefined;

/** Returns the specification that this package was generated from. Reads it on first use. */
export function specification(): Specification {
  // By its public name, because the path of the file differs between this repository and the published package.
  ownSpecification ??= readSpecification(createRequire(import.meta.url)('weiban-openapi/openapi.json'));
  return ownSpecification;
}

/** Extracts what recording needs from a bundle. */
function readSpecification(bundle: Bundle): Specification {
  const all = Object.values(bundle.paths)
    .flatMap((item) => Object.values(item))
    .map((operation): [string, RecordedOperation] => [operation.operationId, recordedOf(operation)]);
  const names = new Set<string>();
  const values = new Set<string>();
  const schemas = all.flatMap(([, { answer, params }]) => [answer, params]);
  for (const schema of [...schemas, ...Object.values(bundle.components.schemas)])
    collect(schema, names, values);
  const rows = Object.values(envelopes);
  return {
    operations: new Map(all),
    schemas: bundle.components.schemas,
    names,
    words: new Set([...names].flatMap((name) => name.split('_'))),
    values,
    messages: new Set(['ok', 'success', ...Object.values(errorTexts).map(([zh]) => zh)]),
    codeFields: new Set(rows.map(([code]) => code)),
    messageFields: new Set(rows.map(([, message]) => message)),
  };
}

function recordedOf({ parameters = [], requestBody, responses }: BundledOperation): RecordedOperation {
  const query = parameters.map((parameter): [string, Schema] => [
    parameter.name,
    parameter.schema ?? schemaIn(parameter),
  ]);
  const body = requestBody === undefined ? {} : schemaIn(requestBody);
  return {
    answer: schemaIn(successOf({ responses }) ?? {}),
    params: { allOf: [{ properties: Object.fromEntries(query) }, body] },
  };
}

function schemaIn({ content = {} }: Content): Schema {
  return Object.values(content)[0]?.schema ?? {};
}

function collect(schema: Schema, names: Set<string>, values: Set<string>): void {
  for (const value of [...(schema.enum ?? []), ...(schema['x-known-values'] ?? []), schema.const]) {
    if (typeof value === 'string' || typeof value === 'number') values.add(String(value));
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    names.add(name);
    collect(property, names, values);
  }
  const { items, additionalProperties: additional, anyOf = [], oneOf = [], allOf = [] } = schema;
  for (const branch of [...anyOf, ...oneOf, ...allOf]) collect(branch, names, values);
  if (items !== undefined) collect(items, names, values);
  if (typeof additional === 'object') collect(additional, names, values);
}
