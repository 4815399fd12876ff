import type { Schema } from '../../spec/openapi.ts';
import { referencedSchema } from '../../spec/pointer.ts';

/**
 * Merges an object with the components that it extends if it declares one of their properties again. A class cannot
 * narrow an inherited field in every language: openapi-python-client leaves such a class out. The object's own property
 * replaces the inherited one.
 */
export function mergeOverrides(schema: Schema, components: Readonly<Record<string, Schema>>): Schema {
  const bases = (schema.allOf ?? []).map((base) => flatObject(base, components));
  const own = schema.properties ?? {};
  if (!bases.some((base) => Object.keys(base?.properties ?? {}).some((name) => Object.hasOwn(own, name))))
    return schema;
  return merged(schema, bases);
}

/** A component without inheritance. Returns undefined for anything but an object of properties, and for a circle. */
function flatObject(
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  inside: readonly Schema[] = [],
): Schema | undefined {
  const name = referencedSchema(schema.$ref);
  const target = name === undefined ? schema : components[name];
  if (target === undefined || inside.includes(target)) return undefined;
  if (target.allOf === undefined) return target.properties === undefined ? undefined : target;
  return merged(
    target,
    target.allOf.map((base) => flatObject(base, components, [...inside, target])),
  );
}

/** One object of an object and its bases. If a base is no plain object, the object stays as it is. */
function merged(schema: Schema, bases: readonly (Schema | undefined)[]): Schema {
  const parts = [...bases.filter((base) => base !== undefined), schema];
  if (parts.length <= bases.length) return schema;
  const { allOf: _, ...rest } = schema;
  return {
    type: 'object',
    ...rest,
    required: [...new Set(parts.flatMap(({ required = [] }) => required))],
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
  };
}
