import { branchesOf, IN_PLACE } from './in-place.ts';
import { isObject, type Schema } from './openapi.ts';

/** Keywords that restrict objects or lists alone. Whoever writes one without `type` describes an object or a list. */
const IMPLIED: Readonly<Record<string, string>> = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  patternProperties: 'object',
  items: 'array',
  prefixItems: 'array',
};

/** Keywords that hold one schema, a list, or a map of them, each for another value than the schema's own. */
const ONE = ['items', 'additionalProperties'] as const;
const LIST = ['prefixItems'] as const;
const MAP = ['properties', 'patternProperties'] as const;

/**
 * Writes out the type that a schema implies, so that types, validators and `schema.ts` read the same in it. JSON Schema
 * would accept a number where only `properties` are described. Inside `allOf`, `anyOf` and `oneOf` the types of the schema
 * around count. Conditions (`not`, `if`) stay as they are.
 * @param enclosing the types that the value has according to the schemas around.
 */
export function withImpliedTypes(schema: Schema, enclosing?: readonly string[]): Schema {
  if (!isObject(schema)) return schema;
  const implied = [...new Set(Object.keys(schema).flatMap((keyword) => ownImplied(keyword)))];
  const own = schema.type === undefined ? undefined : [schema.type].flat();
  const types = own ?? (implied.length > 0 ? (enclosing ?? implied) : enclosing);
  const copy: Record<string, unknown> = { ...schema };
  if (own === undefined && implied.length > 0 && types !== undefined)
    copy.type = types.length === 1 ? types[0] : types;
  for (const keyword of IN_PLACE)
    if (keyword in schema)
      copy[keyword] = branchesOf(schema, keyword).map((branch) => withImpliedTypes(branch, types));
  return { ...copy, ...nested(schema, withImpliedTypes) };
}

function ownImplied(keyword: string): string[] {
  const type = Object.hasOwn(IMPLIED, keyword) ? IMPLIED[keyword] : undefined;
  return type === undefined ? [] : [type];
}

/** The keywords of a schema that describe other values than its own, with each schema in them changed. */
export function nested(schema: Schema, change: (inner: Schema) => Schema): Schema {
  const copy: Record<string, unknown> = {};
  for (const keyword of ONE) if (isObject(schema[keyword])) copy[keyword] = change(schema[keyword]);
  for (const keyword of LIST)
    if (Array.isArray(schema[keyword])) copy[keyword] = schema[keyword].map((inner) => change(inner));
  for (const keyword of MAP) {
    const members = schema[keyword];
    if (!isObject(members)) continue;
    const changed = Object.entries(members).map(([name, inner]) => [name, change(inner as Schema)]);
    copy[keyword] = Object.fromEntries(changed);
  }
  return copy;
}
