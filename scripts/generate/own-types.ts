import { nested } from '../spec/implied-types.ts';
import { branchesOf, IN_PLACE, type Schemas } from '../spec/in-place.ts';
import { mapShape } from '../spec/map-shape.ts';
import { pascalCase } from '../spec/names.ts';
import { isObject, type OpenApiDocument, type Schema } from '../spec/openapi.ts';
import { referencedSchema } from '../spec/pointer.ts';
import { literal } from './text.ts';
import { besideReference, hasType, isRestricted, type TypeContext, typeText } from './type-text.ts';

/** A document for openapi-typescript, and the types of the schemas that it would write wrongly. */
interface OwnTypes {
  readonly document: OpenApiDocument;
  /** The type of a schema, if it is one of ours. */
  readonly typeOf: (schema: object) => string | undefined;
  /** Declarations that those types refer to. */
  readonly aliases: string;
}

/** The key of a type in the schema that it replaces. A symbol, because a document can have any other key. */
const TYPE = Symbol('type');

/**
 * Finds the schemas for which openapi-typescript writes a type that takes less than the schema accepts, or much more, or
 * one that does not compile, and writes their types as the client has them: tuples that may be shorter, typed members
 * beside named ones, alternatives beside members, lists that contain themselves.
 */
export function withOwnTypes(document: OpenApiDocument): OwnTypes {
  const schemas = document.components?.schemas ?? {};
  const aliases = aliasNames(schemas);
  const context: TypeContext = {
    side: 'result',
    schemas,
    names: {
      get: (name) => aliases.get(name) ?? (Object.hasOwn(schemas, name) ? componentType(name) : undefined),
    },
  };
  const changed = mapShape(document, 'Root', (part, kind) => {
    if (kind === 'Components' && isObject(part.schemas))
      return {
        ...part,
        schemas: Object.fromEntries(
          Object.entries(part.schemas).map(([name, schema]) => [name, ofComponent(name, schema as Schema)]),
        ),
      };
    return isObject(part.schema) && HOLDERS.has(kind) ? { ...part, schema: withTypes(part.schema) } : part;
  });
  const declarations = [...aliases].map(
    ([name, alias]) => `export type ${alias} = ${typeText(schemas[name], context)};\n`,
  );
  return {
    // Only schemas have changed, into others.
    document: changed as OpenApiDocument,
    typeOf: (schema) => Reflect.get(schema, TYPE) as string | undefined,
    aliases: declarations.join(''),
  };

  function ofComponent(name: string, schema: Schema): Schema {
    const alias = aliases.get(name);
    return alias === undefined ? withTypes(schema) : typed(schema, alias);
  }

  function withTypes(schema: Schema): Schema {
    if (!isObject(schema)) return schema;
    if (isOddInPlace(schema)) return typed(schema, typeText(schema, context));
    const { $defs: _, ...copy }: Record<string, unknown> = { ...schema, ...nested(schema, withTypes) };
    for (const keyword of IN_PLACE)
      if (keyword in schema) copy[keyword] = branchesOf(schema, keyword).map(withTypes);
    return copy;
  }
}

const HOLDERS = new Set(['MediaType', 'Parameter', 'Header']);

/** Keywords that openapi-typescript writes as a comment. */
const COMMENTS = [
  'title',
  'description',
  'format',
  'deprecated',
  'default',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
];

function typed(schema: Schema, type: string): Schema {
  const kept = COMMENTS.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : []));
  return { type: 'object', ...Object.fromEntries(kept), [TYPE]: `(${type})` };
}

function componentType(name: string): string {
  return `components['schemas'][${literal(name)}]`;
}

function isOddInPlace(schema: Schema): boolean {
  return (
    isOdd(schema) ||
    IN_PLACE.some((keyword) =>
      branchesOf(schema, keyword).some((branch) => isObject(branch) && isOddInPlace(branch)),
    )
  );
}

/** Whether openapi-typescript misreads the keywords of a schema, apart from the schemas inside it. */
function isOdd(schema: Schema): boolean {
  const { const: value, enum: values, required, properties = {}, additionalProperties: others } = schema;
  if (schema.$ref !== undefined) return besideReference(schema) !== undefined;
  const composed = IN_PLACE.filter((keyword) => keyword in schema);
  const types = [schema.type ?? []].flat();
  const isObjectSchema = types.includes('object') || 'properties' in schema || 'required' in schema;
  return (
    'not' in schema ||
    (value !== undefined && !isScalar(value)) ||
    (values !== undefined && (isObjectSchema || values.some((item) => !isPlainValue(schema, item)))) ||
    (isObject(others) && (isRestricted(others) || 'not' in others) && Object.keys(properties).length > 0) ||
    'patternProperties' in schema ||
    'prefixItems' in schema ||
    typeof schema.items === 'boolean' ||
    isListOtherwise(schema.items) ||
    (required ?? []).some((name) => !Object.hasOwn(properties, name)) ||
    (types.length > 1 && composed.length > 0) ||
    (composed.length > 0 && composed.some((keyword) => keyword !== 'allOf') && isObjectSchema) ||
    composed.length > 1
  );
}

/** Whether items are lists by other words than `type: array`. openapi-typescript takes their type for that of the list. */
function isListOtherwise(items: Schema | undefined): boolean {
  if (!isObject(items) || items.$ref !== undefined) return false;
  const isSingle = Array.isArray(items.type) && items.type.length === 1;
  return isSingle || IN_PLACE.some((keyword) => branchesOf(items, keyword).length === 1);
}

/** Whether a value of an enum is written as itself: it has the schema's type, and is no object or list. */
function isPlainValue(schema: Schema, value: unknown): boolean {
  return (value === null || isScalar(value)) && hasType(schema, value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The names of the aliases for components that contain themselves as an item: a property cannot refer to itself. */
function aliasNames(schemas: Schemas): ReadonlyMap<string, string> {
  const users = new Map(
    Object.entries(schemas).map(([name, schema]) => [name, itemReferences(schema)] as const),
  );
  const names = new Map<string, string>();
  const used = new Set(['Paths', 'Webhooks', 'Components', 'Operations', '$defs']);
  for (const name of users.keys()) {
    if (!reachesItself(users, name)) continue;
    const stem = pascalCase(name);
    let alias = stem;
    for (let number = 2; used.has(alias); number++) alias = `${stem}${number}`;
    used.add(alias);
    names.set(name, alias);
  }
  return names;
}

function reachesItself(users: ReadonlyMap<string, ReadonlySet<string>>, name: string): boolean {
  const seen = new Set<string>();
  const open = [...(users.get(name) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === name) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(users.get(at) ?? []));
  }
  return false;
}

/** The components that a schema refers to outside of objects. */
function itemReferences(schema: Schema): ReadonlySet<string> {
  const found = new Set<string>();
  walk(schema);
  return found;

  function walk(at: unknown): void {
    if (Array.isArray(at)) for (const item of at) walk(item);
    if (!isObject(at)) return;
    const name = referencedSchema(at.$ref);
    if (name !== undefined) found.add(name);
    for (const keyword of [...IN_PLACE, 'items', 'prefixItems']) walk(at[keyword]);
  }
}
