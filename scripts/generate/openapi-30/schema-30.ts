import type { Language } from '../../spec/model.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import { isWord, say } from '../words.ts';

/** Keywords of JSON Schema that OpenAPI 3.0 has, and that mean the same there. */
const KEPT = [
  ...['title', 'description', 'default', 'example', 'enum', 'required', 'properties', 'additionalProperties'],
  ...['items', 'allOf', 'anyOf', 'oneOf', 'not', 'discriminator', 'xml', 'externalDocs', 'deprecated'],
  ...['readOnly', 'writeOnly', 'multipleOf', 'maximum', 'minimum', 'maxLength', 'minLength', 'pattern'],
  ...['maxItems', 'minItems', 'uniqueItems', 'maxProperties', 'minProperties'],
];

/** Formats that OpenAPI 3.0 or common tools know. */
const FORMATS = new Set([
  ...['int32', 'int64', 'float', 'double', 'byte', 'binary', 'date', 'date-time', 'password'],
  ...['uuid', 'uri', 'email', 'hostname', 'ipv4', 'ipv6'],
]);

/** A null, as this file writes it. */
const NULL = { nullable: true, enum: [null] };
const INT32_MAX = 2 ** 31 - 1;

/**
 * Writes a schema of JSON Schema 2020-12, whose inner schemas are done, in OpenAPI 3.0. What 3.0 cannot say, it leaves out:
 * the result takes every value that the schema takes. A type that means one thing in each of several languages stays; several types
 * in one place become a sentence.
 */
export function schema30(schema: Schema, language: Language): Schema {
  const types = [schema.type ?? []].flat();
  const kinds = types.filter((type) => type !== 'null');
  const copy: Record<string, unknown> = {};
  for (const keyword of KEPT) if (schema[keyword] !== undefined) copy[keyword] = schema[keyword];
  if (schema.required?.length === 0) delete copy.required;
  if (kinds.length === 1) copy.type = kinds[0];
  else if (kinds.length > 1) describeTypes(copy, kinds, language);
  else if (types.length > 0) Object.assign(copy, NULL);
  if (types.length > kinds.length) copy.nullable = true;
  if (copy.type === 'array' && !isObject(copy.items)) copy.items = {};
  writeConstant(copy, schema);
  writeBounds(copy, schema);
  writeFormat(copy, schema, language);
  writeDefault(copy, language);
  writeMeanings(copy, schema, language);
  if (copy.example === undefined && Array.isArray(schema.examples)) [copy.example] = schema.examples;
  return withReference(withoutNull(copy), schema.$ref);
}

/** Several types have no form that generators agree on, so the value may be anything, and a sentence says what. */
function describeTypes(copy: Record<string, unknown>, kinds: readonly string[], language: Language): void {
  for (const keyword of ['items', 'properties', 'required', 'additionalProperties', 'enum'])
    delete copy[keyword];
  addText(copy, say(language, 'types', { names: kinds.join(', ') }));
}

function writeConstant(copy: Record<string, unknown>, { const: value }: Schema): void {
  if (value === undefined) return;
  copy.enum = [value];
  if (value === null) copy.nullable = true;
  else if (copy.type === undefined && typeof value !== 'object')
    copy.type = Number.isInteger(value) ? 'integer' : typeof value;
}

/** In 3.0 a limit is exclusive by a flag beside it. */
function writeBounds(copy: Record<string, unknown>, schema: Schema): void {
  for (const [keyword, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const bound = schema[exclusive];
    if (typeof bound === 'number') Object.assign(copy, { [keyword]: bound, [exclusive]: true });
  }
}

/** Java, Go and C# take an integer without a format for 32 bits, which is too little for ids, times and sums. */
function writeFormat(copy: Record<string, unknown>, schema: Schema, language: Language): void {
  const { format, contentEncoding, contentMediaType } = schema;
  const unit = `unit_${format}`;
  if (isWord(unit) && !String(copy.description ?? '').includes(say(language, unit)))
    addText(copy, say(language, unit));
  if (contentEncoding === 'base64') copy.format = 'byte';
  else if (contentMediaType === 'application/octet-stream') copy.format = 'binary';
  else if (format !== undefined && FORMATS.has(format)) copy.format = format;
  else if (copy.type === 'integer' && mayBeLarge(schema)) copy.format = 'int64';
}

function mayBeLarge({ maximum, enum: values, const: value, 'x-known-values': known }: Schema): boolean {
  const listed = [values, known, value].flat().filter((item) => item !== undefined);
  if (listed.length > 0) return listed.some((item) => typeof item === 'number' && Math.abs(item) > INT32_MAX);
  return typeof maximum !== 'number' || maximum > INT32_MAX;
}

/** openapi-generator's PHP has no name for such a default (its issue 6809, open since 2020): a class of it cannot be made. */
function writeDefault(copy: Record<string, unknown>, language: Language): void {
  if (copy.enum === undefined || typeof copy.default !== 'number') return;
  addText(copy, say(language, 'default', { value: String(copy.default) }));
  delete copy.default;
}

function writeMeanings(copy: Record<string, unknown>, schema: Schema, language: Language): void {
  const meanings = schema['x-meanings'];
  if (!isObject(meanings)) return;
  const rows = Object.entries(meanings).map(([value, meaning]) =>
    say(language, 'choice', { name: value, text: String(meaning) }),
  );
  copy.description = [copy.description, rows.join('\n')].filter(Boolean).join('\n\n');
}

function addText(copy: Record<string, unknown>, text: string): void {
  const before = String(copy.description ?? '');
  copy.description = before === '' || before.endsWith('。') ? before + text : `${before} ${text}`;
}

/** `anyOf` with a null is the other schema, which may be null. */
function withoutNull(schema: Record<string, unknown>): Record<string, unknown> {
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    const others = branches.filter((branch) => !isNull(branch));
    if (others.length === branches.length) continue;
    const { [keyword]: _, ...rest } = schema;
    return others.length === 1
      ? { ...rest, allOf: others, nullable: true }
      : { ...rest, [keyword]: others, nullable: true };
  }
  return schema;
}

function isNull(schema: unknown): boolean {
  return (
    isObject(schema) && schema.nullable === true && Array.isArray(schema.enum) && schema.enum[0] === null
  );
}

/** Beside a reference 3.0 ignores everything, so the reference goes into `allOf`. */
function withReference(schema: Readonly<Record<string, unknown>>, reference: string | undefined): Schema {
  if (reference === undefined) return schema;
  if (Object.keys(schema).length === 0) return { $ref: reference };
  return { ...schema, allOf: [{ $ref: reference }, ...((schema.allOf ?? []) as readonly Schema[])] };
}
