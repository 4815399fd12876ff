import { isDeepStrictEqual } from 'node:util';
import type { LimitName } from '../../evidence/facts/facts.ts';
import { isNumeric, parseExactJson } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { CapturedContent } from './capture.ts';
import type { CapturedField, CapturedShape } from './captured-field.ts';
import { withPlainNames } from './field-name.ts';
import { itemOf, type Json, mergeSchema, type References, resolve, typeOf } from './resolve-schema.ts';

const LIMITS: readonly (readonly [keyword: string, name: LimitName])[] = [
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['minLength', 'min_length'],
  ['maxLength', 'max_length'],
  ['minItems', 'min_items'],
  ['maxItems', 'max_items'],
];
const ITEM_LIMITS: readonly (readonly [keyword: string, name: LimitName])[] = [
  ['minLength', 'item_min_length'],
  ['maxLength', 'item_max_length'],
];

/** A document, and how many more fields may be read from it. */
export interface Context extends References {
  remainingFields: number;
}

/** Reads a request body or an answer: its JSON, or what it holds in its first media type. */
export function contentOf(context: Context, holder: Json): CapturedContent | undefined {
  const content = isObject(holder.content) ? holder.content : {};
  const types = Object.keys(content);
  const type = types.find((name) => /[/+]json\b/.test(name)) ?? types[0];
  const media = type === undefined ? undefined : content[type];
  if (type === undefined || !isObject(media)) return undefined;
  const schema = resolve(context, media.schema);
  const {
    type: shown,
    fields = [],
    example: _,
    isOpen: __,
    about: ___,
    ...shape
  } = shapeOf(context, schema, []);
  const [example, ...examples] = examplesOf(context, media, mergeSchema(context, schema)).map((value) =>
    /[/+]json\b/.test(type) ? parsedExample(value) : value,
  );
  const otherTypes = types.filter((name) => name !== type);
  for (const other of otherTypes)
    if (isFurther(context, schema, content[other])) context.unread.add(`the fields of the content ${other}`);
  return {
    contentType: type,
    ...(otherTypes.length > 0 && { otherTypes }),
    ...(holder.required === false && { required: false }),
    ...(!['object', 'any'].includes(shown) && { type: shown }),
    ...shape,
    fields,
    ...(example !== undefined && { example }),
    ...(examples.length > 0 && { examples }),
  };
}

/** Whether a further media type describes something else than the one that is read. */
function isFurther(context: Context, schema: Json, media: unknown): boolean {
  const other = resolve(context, isObject(media) ? media.schema : undefined);
  const describes = ['properties', 'items', 'allOf', 'oneOf', 'anyOf', 'additionalProperties'];
  return (
    other !== schema && describes.some((key) => other[key] !== undefined) && !isDeepStrictEqual(other, schema)
  );
}

/** All examples of a media type, those of its schema included. Apifox lists them by number, with a name. */
function examplesOf(context: Context, media: Json, schema: Json): unknown[] {
  const named = Object.values(isObject(media.examples) ? media.examples : {}).map(
    (example) => resolve(context, example).value,
  );
  const listed = Array.isArray(schema.examples) ? schema.examples : [];
  return [media.example, ...named, schema.example, ...listed].filter((example) => example !== undefined);
}

/** An example that a page holds as text, parsed if it is JSON. */
function parsedExample(example: unknown): unknown {
  if (typeof example !== 'string' || !/^\s*[[{]/.test(example)) return example;
  try {
    return parseExactJson(example);
  } catch {
    // It is not JSON after all, or has comments: the text itself is what the page shows.
    return example;
  }
}

function membersOf(context: Context, schema: Json, inside: readonly Json[]): CapturedField[] {
  if (inside.includes(schema)) return [];
  const merged = mergeSchema(context, schema);
  const properties = isObject(merged.properties) ? merged.properties : {};
  const required = Array.isArray(merged.required) ? merged.required : [];
  const ordered = Array.isArray(merged['x-apifox-orders']) ? merged['x-apifox-orders'].map(String) : [];
  const names = [...ordered.filter((name) => Object.hasOwn(properties, name)), ...Object.keys(properties)];
  const fields = [...new Set(names)].map((name) =>
    fieldOf(context, name, resolve(context, properties[name]), required.includes(name), [...inside, schema]),
  );
  return withPlainNames(fields);
}

/** Reads a field, or a parameter with its schema. */
export function fieldOf(
  context: Context,
  name: string,
  schema: Json,
  isRequired: boolean,
  inside: readonly Json[],
): CapturedField {
  const { type, ...shape } = shapeOf(context, schema, inside);
  const isDeprecated = mergeSchema(context, schema).deprecated === true;
  return {
    name,
    type,
    required: isRequired ? true : 'unmarked',
    ...(isDeprecated && { deprecated: true }),
    ...shape,
  };
}

// Nobody nests members deeper.
const DEEPEST = 40;

/** Reads what a schema holds. */
function shapeOf(context: Context, schema: Json, inside: readonly Json[]): CapturedShape {
  const merged = mergeSchema(context, schema);
  const item = itemOf(context, merged.items === undefined ? schema : merged);
  const inner = mergeSchema(context, item);
  const isOut = context.remainingFields-- <= 0;
  if (isOut) context.unread.add('the fields beyond the first 100,000 of the document');
  // Parts of a schema that contains itself may be joined anew at every level.
  const isTooDeep = inside.length > DEEPEST && !inside.includes(item);
  if (isTooDeep) context.unread.add(`what is nested deeper than ${DEEPEST} levels`);
  const isEndless = inside.includes(item) || isOut || isTooDeep;
  noteUnread(context, merged, inner);
  // Of a list, the facts describe the items: they have no room for what else a value may be.
  if (isChoice(context, schema) && merged.items !== undefined && schema.items === undefined)
    context.unread.add('the alternatives of a value that may be a list');
  else if (merged.items !== undefined && hasMembers(merged))
    context.unread.add('the members of a value that may be a list');
  if (hasUnreadMap(context, item, new Set()))
    context.unread.add('the further members of an alternative in a part of a schema');
  const stated = { type: typeOf(context, merged), ...statedIn(merged, inner) };
  if (isEndless) return { ...stated, isOpen: true };
  const fields = membersOf(context, item, inside);
  const values = valuesOf(context, inner, [...inside, item]);
  return {
    ...stated,
    ...(fields.length > 0 && { fields }),
    ...(values && { values }),
    ...branchesOf(context, item, [...inside, item]),
    ...(isOpen(context, schema, item) && { isOpen: true as const }),
  };
}

function hasMembers({ properties }: Json): boolean {
  return isObject(properties) && Object.keys(properties).length > 0;
}

/** Whether a schema, or a part of it, names alternatives. */
function isChoice(context: Context, schema: Json, depth = 0): boolean {
  if (hasAlternatives(schema)) return true;
  const parts = depth > DEEPEST ? [] : listOf(schema.allOf);
  return parts.some((part) => isChoice(context, resolve(context, part), depth + 1));
}

/**
 * Whether a part of a schema has alternatives of which one types its further members. Only the schema's own alternatives are
 * read each; those of its parts are joined, and have their named members in common alone.
 */
function hasUnreadMap(context: Context, schema: Json, seen: Set<Json>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  return partsOf(context, schema, hasAlternatives(schema) ? ['allOf'] : IN_PLACE).some(
    (part) =>
      (hasAlternatives(part) && reachesMap(context, part, new Set())) || hasUnreadMap(context, part, seen),
  );
}

function reachesMap(context: Context, schema: Json, seen: Set<Json>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const { additionalProperties: others } = schema;
  if (isObject(others) && Object.keys(others).length > 0) return true;
  return partsOf(context, schema, IN_PLACE).some((part) => reachesMap(context, part, seen));
}

const IN_PLACE = ['allOf', 'oneOf', 'anyOf'] as const;

function partsOf(context: Context, schema: Json, keywords: readonly string[]): Json[] {
  return keywords.flatMap((keyword) => listOf(schema[keyword])).map((part) => resolve(context, part));
}

function hasAlternatives({ oneOf, anyOf }: Json): boolean {
  return [oneOf, anyOf].some((list) => listOf(list).length > 1);
}

/** Keywords that describe members or items, which the facts cannot say. */
const UNREAD = ['patternProperties', 'prefixItems', 'dependentSchemas', 'if', 'then', 'else', 'contains'];

function noteUnread({ unread }: Context, ...schemas: readonly Json[]): void {
  for (const keyword of UNREAD)
    if (schemas.some((schema) => schema[keyword] !== undefined)) unread.add(`what ${keyword} describes`);
}

/** What a schema states in a word each. Of a list, what it states of its items counts. */
function statedIn(schema: Json, item: Json): Partial<CapturedShape> {
  const listed = schema.enum ?? item.enum ?? constantOf(schema);
  const shown = schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined);
  const format = formatOf(schema) ?? formatOf(item);
  const pattern = stringOf(schema.pattern) ?? stringOf(item.pattern);
  const about = stringOf(schema.description);
  return {
    ...(format !== undefined && { format }),
    ...(pattern !== undefined && { pattern }),
    ...(about !== undefined && { about }),
    ...(Array.isArray(listed) && { enum: listed }),
    ...(schema.default !== undefined && { default: schema.default }),
    ...(shown !== undefined && { example: shown }),
    ...limitsOf(LIMITS, schema),
    ...(schema.items !== undefined && limitsOf(ITEM_LIMITS, item)),
  };
}

function limitsOf(known: typeof LIMITS, schema: Json): Partial<Record<LimitName, number | bigint>> {
  return Object.fromEntries(
    known.flatMap(([keyword, limit]) =>
      isNumeric(schema[keyword]) ? [[limit, schema[keyword]] as const] : [],
    ),
  );
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The format of a schema. A file is a text of bytes. */
function formatOf({ type, format }: Json): string | undefined {
  return type === 'file' ? 'binary' : stringOf(format);
}

function constantOf(schema: Json): readonly unknown[] | undefined {
  return schema.const === undefined ? undefined : [schema.const];
}

/** What further members of an object hold, if the page says so. */
function valuesOf(context: Context, schema: Json, inside: readonly Json[]): CapturedShape | undefined {
  const values = schema.additionalProperties;
  if (!isObject(values) || Object.keys(values).length === 0) return undefined;
  return shapeOf(context, resolve(context, values), inside);
}

/** The branches of `oneOf` or `anyOf`, each with what applies to all of them. */
function branchesOf(
  context: Context,
  schema: Json,
  inside: readonly Json[],
): { one_of?: CapturedShape[]; any_of?: CapturedShape[] } {
  const { oneOf, anyOf, ...common } = schema;
  const written = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : [];
  const branches = written
    .map((branch: unknown) => resolve(context, branch))
    .filter(({ type }) => type !== 'null');
  if (branches.length < 2) return {};
  const { description: _, example: __, default: ___, ...shared } = common;
  const hasMembers = isObject(shared.properties) || Array.isArray(shared.allOf);
  const shapes = branches.map((branch) =>
    shapeOf(context, hasMembers ? { ...shared, allOf: [...listOf(shared.allOf), branch] } : branch, inside),
  );
  return Array.isArray(oneOf) ? { one_of: shapes } : { any_of: shapes };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Whether a field leaves open what it holds: the target of a reference is missing, or an object or a list shows
 * no members. An object whose `properties` are empty shows that it has none.
 */
function isOpen(context: Context, field: Json, item: Json): boolean {
  const own = mergeSchema(context, field);
  const { $ref, type, properties, additionalProperties } = mergeSchema(context, item);
  if ([own.$ref, $ref].some((reference) => typeof reference === 'string')) return true;
  const types = [type].flat().filter((name) => typeof name === 'string');
  const isContainer = types.every((name) => ['array', 'object', 'null'].includes(name));
  const isStated = types.length > 0 || own.items !== undefined;
  return isContainer && isStated && properties === undefined && !isObject(additionalProperties);
}
