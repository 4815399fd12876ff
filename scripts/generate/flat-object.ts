import { isDeepStrictEqual } from 'node:util';
import { type Model, resolve } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { besideReference } from './type-text.ts';

/** Keywords by which an object is more than a list of known fields. */
const MORE = [
  ...[
    'anyOf',
    'oneOf',
    'not',
    'if',
    'enum',
    'const',
    'patternProperties',
    'propertyNames',
    'dependentSchemas',
  ],
  ...['dependentRequired', 'minProperties', 'maxProperties', 'unevaluatedProperties'],
];

/**
 * Writes an `allOf` of plain objects as one object with the fields of all. A field of several parts has to satisfy each of
 * them. Any other schema comes back as it is; undefined if a part is more than a list of known fields.
 */
export function flatObject(model: Model, given: Schema): Schema | undefined {
  const schema = resolve(model.document, given);
  const isPlain = schema.allOf === undefined && !isExtended(given);
  return isPlain ? schema : merged(model, given, []);
}

/** Whether a reference has keywords beside it, which count like another part. */
function isExtended(schema: Schema): boolean {
  return schema.$ref !== undefined && besideReference(schema) !== undefined;
}

function merged(model: Model, given: Schema, inside: readonly Schema[]): Schema | undefined {
  const { $ref, ...beside } = given;
  const schema = isExtended(given)
    ? { ...beside, allOf: [{ $ref: String($ref) }, ...(beside.allOf ?? [])] }
    : resolve(model.document, given);
  const { allOf = [], ...own } = schema;
  if (inside.includes(schema) || !isPlainObject(own)) return undefined;
  const parts = allOf.map((part) => merged(model, part, [...inside, schema]));
  const all = [...parts, own];
  if (!all.every((part) => part !== undefined)) return undefined;
  const others = all.map(({ additionalProperties }) => additionalProperties);
  // Such a part refuses the fields of the others.
  if (others.includes(false)) return undefined;
  const required = [...new Set(all.flatMap((part) => part.required ?? []))];
  const fields = fieldsOf(all);
  return {
    ...own,
    type: 'object',
    ...(fields.size > 0 && { properties: Object.fromEntries(fields) }),
    ...(required.length > 0 && { required }),
    ...(others.includes(true) && { additionalProperties: true }),
  };
}

function isPlainObject(schema: Schema): boolean {
  const { type, additionalProperties } = schema;
  const isObjectType = type === undefined || type === 'object';
  return isObjectType && !isObject(additionalProperties) && !MORE.some((keyword) => keyword in schema);
}

function fieldsOf(parts: readonly Schema[]): ReadonlyMap<string, Schema> {
  const fields = new Map<string, Schema>();
  for (const [name, field] of parts.flatMap(({ properties = {} }) => Object.entries(properties))) {
    const known = fields.get(name);
    const isSame = known === undefined || isDeepStrictEqual(known, field);
    fields.set(name, isSame ? field : bothOf(known, field));
  }
  return fields;
}

/** What a later part says about a field, such as its description, is what readers see. */
function bothOf(first: Schema, second: Schema): Schema {
  const { description = first.description, readOnly = first.readOnly } = second;
  return {
    ...(description !== undefined && { description }),
    ...(readOnly !== undefined && { readOnly }),
    allOf: [first, second],
  };
}
