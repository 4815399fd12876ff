import { documentedType, parseDocType, printDocType } from '../../evidence/facts/doc-type.ts';
import {
  inferFields,
  type Parents,
  parentsBelow,
  requiredByEvidence,
} from '../../evidence/facts/example-evidence.ts';
import { type FactField, type FactShape, LIMITS } from '../../evidence/facts/facts.ts';
import { LIMIT_KEYWORDS } from '../../evidence/facts/limit-keywords.ts';
import { restatedDescription } from './restated-description.ts';

/**
 * Whether a field is sent or received. It decides between `enum` and `x-known-values`, and how `required` is
 * read.
 */
export type Direction = 'request' | 'answer';
type JsonObject = Record<string, unknown>;

/** Returns the object schema of documented fields, with their descriptions and limits. */
export function objectSchema(
  fields: readonly FactField[],
  parents: Parents,
  direction: Direction,
): JsonObject {
  if (fields.length === 0) return { type: 'object' };
  const required = fields.filter((field) => isRequired(field, parents, direction)).map((field) => field.name);
  return {
    type: 'object',
    ...(required.length > 0 ? { required: [...new Set(required)] } : {}),
    properties: Object.fromEntries(
      fields.map((field) => [field.name, fieldSchema(field, parentsBelow(parents, field.name), direction)]),
    ),
  };
}

/** A field, or a value without a name. */
type Shape = FactShape & Partial<Pick<FactField, 'nullable' | 'deprecated'>>;

/** Returns the schema of one documented field or shape. A type that the page leaves open becomes an `x-unknown`. */
export function fieldSchema(field: Shape, below: Parents, direction: Direction): JsonObject {
  const { items, ...schema } = typedSchema(documentedType(field), field, below, direction) as JsonObject & {
    items?: JsonObject;
  };
  const description = restatedDescription(field.about);
  const about = description === undefined ? {} : { description };
  const values =
    field.enum === undefined ? {} : { [direction === 'request' ? 'enum' : 'x-known-values']: field.enum };
  const byDefault = field.default === undefined ? {} : { default: field.default };
  const own = limitsOf(field, false);
  const form = {
    ...(field.format !== undefined && { format: field.format }),
    ...(field.pattern !== undefined && { pattern: field.pattern }),
  };
  const mark = field.deprecated === true ? { deprecated: true } : {};
  if (items === undefined) return { ...schema, ...form, ...about, ...mark, ...values, ...byDefault, ...own };
  return {
    ...schema,
    ...about,
    ...mark,
    ...byDefault,
    ...own,
    items: { ...items, ...form, ...values, ...limitsOf(field, true) },
  };
}

function isRequired(field: FactField, parents: Parents, direction: Direction): boolean {
  return direction === 'request'
    ? field.required === true
    : requiredByEvidence(field.required, parents, field.name) === true;
}

function typedSchema(text: string, field: FactShape, below: Parents, direction: Direction): JsonObject {
  const type = parseDocType(text);
  const names = [...(type?.names ?? [])];
  const branches = type?.array === undefined ? branchesOf(field, below, direction) : undefined;
  if (branches !== undefined) return names.includes('null') ? withNull(branches) : branches;
  const plain = names.filter((name) => name !== 'null');
  if (type === undefined || names.includes('any') || names.includes('unknown'))
    return { 'x-unknown': 'the page names no type' };
  if (plain.length === 0 && type.array === undefined) return { 'x-unknown': 'The page shows only null.' };
  if (type.array !== undefined) {
    const items = type.array.items;
    const written =
      items === undefined
        ? { 'x-unknown': 'the page does not say what the list holds' }
        : typedSchema(printDocType(items), field, below, direction);
    return { type: single([...plain, 'array', ...names.filter((name) => name === 'null')]), items: written };
  }
  const members = plain.includes('object')
    ? objectSchema(field.fields ?? (field.values ? [] : inferFields(below)), below, direction)
    : {};
  const values = field.values && { additionalProperties: fieldSchema(field.values, [], direction) };
  return { ...members, ...values, type: single([...plain, ...names.filter((name) => name === 'null')]) };
}

type Branches = { readonly oneOf: readonly JsonObject[] } | { readonly anyOf: readonly JsonObject[] };

function branchesOf(
  { one_of, any_of }: FactShape,
  below: Parents,
  direction: Direction,
): Branches | undefined {
  const schemaOf = (shape: FactShape) => fieldSchema(shape, below, direction);
  if (one_of !== undefined) return { oneOf: one_of.map(schemaOf) };
  return any_of === undefined ? undefined : { anyOf: any_of.map(schemaOf) };
}

function withNull(branches: Branches): Branches {
  const nothing = { type: 'null' };
  return 'oneOf' in branches
    ? { oneOf: [...branches.oneOf, nothing] }
    : { anyOf: [...branches.anyOf, nothing] };
}

function single(names: readonly string[]): string | readonly string[] {
  return names.length === 1 && names[0] !== undefined ? names[0] : names;
}

function limitsOf(field: FactShape, onItems: boolean): JsonObject {
  const stated = LIMITS.filter(
    (limit) => field[limit] !== undefined && LIMIT_KEYWORDS[limit].onItems === onItems,
  );
  return Object.fromEntries(stated.map((limit) => [LIMIT_KEYWORDS[limit].keyword, field[limit]]));
}
