import { isObject, type Schema } from './openapi.ts';
import { referencedSchema } from './pointer.ts';

/** The keywords whose schemas describe the same value as the schema that holds them. */
export const IN_PLACE = ['allOf', 'anyOf', 'oneOf'] as const;

/** Component schemas by their name. */
export type Schemas = Readonly<Record<string, Schema>>;

/** The schemas in a keyword of a schema; none if the keyword is absent. */
export function branchesOf(schema: Schema, keyword: (typeof IN_PLACE)[number]): readonly Schema[] {
  return schema[keyword] ?? [];
}

/** The component that a schema refers to; undefined if it refers to none. */
export function targetOf(schema: unknown, schemas: Schemas): Schema | undefined {
  const name = isObject(schema) ? referencedSchema(schema.$ref) : undefined;
  return name !== undefined && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

/** The schema of a property: the schema's own, or that of a part of its `allOf`. References are followed. */
export function declaredProperty(
  schema: Schema | undefined,
  name: string,
  schemas: Schemas,
  seen: readonly Schema[] = [],
): Schema | undefined {
  if (!isObject(schema) || seen.includes(schema)) return undefined;
  const { properties } = schema;
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  const target = targetOf(schema, schemas);
  for (const part of [...(target === undefined ? [] : [target]), ...branchesOf(schema, 'allOf')]) {
    const found = declaredProperty(part, name, schemas, [...seen, schema]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a schema, or a part of its `allOf`, requires a property. References are followed. */
export function requiresProperty(
  schema: Schema | undefined,
  name: string,
  schemas: Schemas,
  seen: readonly Schema[] = [],
): boolean {
  if (!isObject(schema) || seen.includes(schema)) return false;
  if (schema.required?.includes(name) === true) return true;
  return [targetOf(schema, schemas), ...branchesOf(schema, 'allOf')].some((part) =>
    requiresProperty(part, name, schemas, [...seen, schema]),
  );
}
