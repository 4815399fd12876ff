import { parseDocType } from '../../evidence/facts/doc-type.ts';
import { isObject } from '../../spec/openapi.ts';
import { pointerKeys } from '../../spec/pointer.ts';

/** A JSON object of a document. */
export type Json = Readonly<Record<string, unknown>>;

/** The document that references point into, and what is known of one endpoint. */
export interface References {
  readonly document: Json;
  /** The references that lead nowhere. */
  readonly dangling: Set<string>;
  /** The words that documents have in place of a type and that say nothing. */
  readonly oddTypes: Set<string>;
  /** What the document describes and the facts do not take, one phrase each. */
  readonly unread: Set<string>;
  /** Merged schemas, so that schemas that refer to each other take linear time. */
  readonly merged: Map<Json, Json>;
}

const DEEPEST = 30;

/** The schema whose properties are the members of a field: its own, or that of its innermost items. */
export function itemOf(references: References, schema: Json): Json {
  let current = schema;
  for (let depth = 0; depth < DEEPEST && current.items !== undefined; depth++)
    current = resolve(references, current.items);
  return current;
}

/** Types that are not of JSON Schema, as projects write them that were imported from elsewhere. */
const OTHER_TYPES = new Map([
  ['file', 'string'],
  ['date', 'string'],
  ['datetime', 'string'],
  ['text', 'string'],
  ['int', 'integer'],
  ['long', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['decimal', 'number'],
  ['bool', 'boolean'],
  ['list', 'array'],
  ['map', 'object'],
  ['json', 'object'],
]);

/** The name of a type in the facts; `unknown` for a word that says nothing, which is noted. */
function plainType({ oddTypes }: References, type: string): string {
  const plain = parseDocType(type) === undefined ? OTHER_TYPES.get(type.toLowerCase()) : type;
  if (plain === undefined) oddTypes.add(type);
  return plain ?? 'unknown';
}

/** The type of a merged schema in the notation of the facts; `any` if it states none. */
export function typeOf(references: References, schema: Json, depth = 0): string {
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  const isNullable = schema.nullable === true || types.includes('null');
  const names = types
    .filter((type) => type !== 'null')
    .map((type) => plainType(references, type))
    .map((type) => {
      if (type !== 'array') return type;
      const item = mergeSchema(references, resolve(references, schema.items));
      return Object.keys(item).length === 0 || depth > DEEPEST
        ? 'array'
        : `array<${typeOf(references, item, depth + 1)}>`;
    });
  if (names.length === 0 && !isNullable) return isObject(schema.properties) ? 'object' : 'any';
  return [...names, ...(isNullable ? ['null'] : [])].join('|');
}

/**
 * Returns a schema with everything that its `allOf` adds, and with what its `oneOf` and `anyOf` may add: the
 * types and members of every branch, required only if each branch requires them.
 */
export function mergeSchema(references: References, schema: Json, depth = 0): Json {
  const known = references.merged.get(schema);
  if (known !== undefined || depth > DEEPEST) return known ?? schema;
  const partsOf = (keyword: string) =>
    listOf(schema[keyword]).map((part) => mergeSchema(references, resolve(references, part), depth + 1));
  // A schema that is a part of itself adds nothing to itself.
  references.merged.set(schema, {});
  const merged = mergeParts(schema, partsOf('allOf'), [...partsOf('oneOf'), ...partsOf('anyOf')]);
  references.merged.set(schema, merged);
  return merged;
}

function mergeParts(schema: Json, added: readonly Json[], branches: readonly Json[]): Json {
  if (added.length + branches.length === 0) return schema;
  const { allOf: _, oneOf: __, anyOf: ___, ...own } = schema;
  const all = [...(branches.length > 0 ? [joinBranches(branches)] : []), ...added, own];
  const isListed = all.some(({ properties }) => properties !== undefined);
  return {
    ...Object.assign({}, ...all),
    ...(isListed && { properties: joinProperties(all.map(({ properties }) => properties)) }),
    required: all.flatMap(({ required }) => listOf(required)),
  };
}

/** Joins the properties of parts that all apply: a property of several parts is all that they say of it. */
function joinProperties(parts: readonly unknown[]): Json {
  const joined = new Map<string, unknown[]>();
  for (const part of parts)
    for (const [name, schema] of Object.entries(isObject(part) ? part : {}))
      joined.set(name, [...(joined.get(name) ?? []), schema]);
  return Object.fromEntries(
    [...joined].map(([name, schemas]) => {
      // Parts that refer to one model give its members twice.
      const [only, ...others] = new Set(schemas);
      return [name, others.length === 0 ? only : { allOf: [only, ...others] }];
    }),
  );
}

function firstOfEach(parts: readonly unknown[]): Json {
  const joined = new Map<string, unknown>();
  for (const part of parts)
    for (const [name, schema] of Object.entries(isObject(part) ? part : {}))
      if (!joined.has(name)) joined.set(name, schema);
  return Object.fromEntries(joined);
}

/** Joins schemas of which one applies. A member of several branches is what the first of them says. */
function joinBranches(branches: readonly Json[]): Json {
  const [only, ...others] = branches.filter(({ type }) => type !== 'null');
  if (only !== undefined && others.length === 0)
    return { ...only, ...(branches.length > 1 && { nullable: true }) };
  const types = new Set(branches.flatMap(({ type }) => [type].flat()).filter((type) => type !== undefined));
  const [first = [], ...further] = branches.map(({ required }) => listOf(required));
  const holder = (keyword: string) => branches.find((branch) => branch[keyword] !== undefined);
  const isNullable = branches.some(({ nullable }) => nullable === true);
  const items = holder('items')?.items;
  const reference = holder('$ref')?.$ref;
  return {
    ...(types.size > 0 && { type: [...types] }),
    ...(isNullable && { nullable: true }),
    ...(items !== undefined && { items }),
    ...(reference !== undefined && { $ref: reference }),
    ...(holder('properties') && {
      properties: firstOfEach(branches.map(({ properties }) => properties)),
    }),
    required: first.filter((name) => further.every((names) => names.includes(name))),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Returns a value, or the target of its `$ref` within the document. A reference that leads nowhere is noted in
 * `dangling`, and the object that holds it is returned.
 */
export function resolve(references: References, value: unknown): Json {
  let current = value;
  for (let depth = 0; depth < DEEPEST && isObject(current) && typeof current.$ref === 'string'; depth++) {
    const keys = pointerKeys(`/${current.$ref.replace(/^#\//, '')}`);
    current = keys.reduce<unknown>(
      (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
      references.document,
    );
  }
  if (isObject(current) && typeof current.$ref !== 'string') return current;
  if (!isObject(value) || typeof value.$ref !== 'string') return {};
  references.dangling.add(value.$ref);
  return value;
}
