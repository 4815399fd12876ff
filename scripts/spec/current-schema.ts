import { isObject } from './openapi.ts';
import { isType } from './types-of-json.ts';

type Part = Readonly<Record<string, unknown>>;

/**
 * Writes a schema object with the keywords of OpenAPI 3.1. Documents of any version contain those of 3.0: `nullable`, and
 * `exclusiveMinimum: true` beside a `minimum`. Without this, a type and a validator would each read them in their own way.
 */
export function currentSchema(schema: Part): Part {
  return nullableSchema(
    exclusiveLimits(withKnownTypes(withQuotedNull(withPrefixItems(withoutEmptyEnum(withoutFlag(schema)))))),
  );
}

/** JSON Schema draft 3 had `required: true`, which means nothing here. */
function withoutFlag(schema: Part): Part {
  if (typeof schema.required !== 'boolean') return schema;
  const { required: _, ...rest } = schema;
  return rest;
}

/** A list of no values is one that nobody has filled in. */
function withoutEmptyEnum(schema: Part): Part {
  if (!Array.isArray(schema.enum) || schema.enum.length > 0) return schema;
  const { enum: _, ...rest } = schema;
  return rest;
}

/** A list of schemas, one for each item, was called `items` up to draft 2019-09. */
function withPrefixItems(schema: Part): Part {
  if (!Array.isArray(schema.items)) return schema;
  const { items, ...rest } = schema;
  return { ...rest, prefixItems: items };
}

/** In YAML, null without quotes is no text. Beside other types it can mean only the type of that name. */
function withQuotedNull(schema: Part): Part {
  const { type } = schema;
  if (!Array.isArray(type) || !type.includes(null)) return schema;
  return { ...schema, type: type.map((name) => name ?? 'null') };
}

/** A type that JSON Schema does not have says nothing, so any value is accepted. */
function withKnownTypes(schema: Part): Part {
  const { type, ...rest } = schema;
  if (type === undefined || [type].flat().every(isType)) return schema;
  const known = [type].flat().filter(isType);
  return Array.isArray(type) && known.length > 0 ? { ...rest, type: known } : rest;
}

function exclusiveLimits(schema: Part): Part {
  const copy: Record<string, unknown> = { ...schema };
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof copy[exclusive] !== 'boolean') continue;
    if (copy[exclusive] && copy[limit] !== undefined) {
      copy[exclusive] = copy[limit];
      delete copy[limit];
    } else delete copy[exclusive];
  }
  return copy;
}

/** Annotations, which stay beside the alternatives when a schema is wrapped. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'example',
  'examples',
]);

/** Keywords that may refuse null where no type stands beside them; some imply a type. */
const REFUSING_NULL = [
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'enum', 'const', 'items', 'prefixItems'],
  ...['properties', 'required', 'additionalProperties', 'patternProperties'],
];

/** Keywords that may refuse null where the type beside them has it. Whoever writes `nullable` there means null all the same. */
const BESIDE_TYPE = ['allOf', 'anyOf', 'oneOf', 'not', 'const'];

function nullableSchema(schema: Part): Part {
  if (typeof schema.nullable !== 'boolean') return schema;
  const { nullable, ...rest } = schema;
  if (!nullable) return rest;
  if (rest.type !== undefined && !BESIDE_TYPE.some((key) => key in rest)) {
    const types = Array.isArray(rest.type) ? rest.type : [rest.type];
    const values =
      Array.isArray(rest.enum) && !rest.enum.includes(null) ? { enum: [...rest.enum, null] } : {};
    return { ...rest, type: types.includes('null') ? types : [...types, 'null'], ...values };
  }
  const isComposed = REFUSING_NULL.some((key) => key in rest);
  // Without a type and a composition, anything is accepted already, null among it.
  if (!isComposed) return rest;
  const entries = Object.entries(rest);
  const isAnnotation = ([key]: [string, unknown]) => ANNOTATIONS.has(key) || key.startsWith('x-');
  const outer = Object.fromEntries(entries.filter(isAnnotation));
  const inner = Object.fromEntries(entries.filter((entry) => !isAnnotation(entry)));
  const { anyOf, ...beside } = inner;
  const alternatives = Array.isArray(anyOf) && Object.keys(beside).length === 0 ? anyOf : [inner];
  const hasNull = alternatives.some((one) => isObject(one) && one.type === 'null');
  return { ...outer, anyOf: hasNull ? alternatives : [...alternatives, { type: 'null' }] };
}
