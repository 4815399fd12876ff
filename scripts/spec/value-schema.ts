import { isObject, type Schema } from './openapi.ts';

/**
 * Rewrites `enum` and `const` of objects and lists as a schema that accepts exactly these values. A validator would need a
 * module to compare them.
 */
export function withoutObjectValues(schema: Schema): Schema {
  const { enum: values, const: value, ...rest } = schema;
  const allOf = [
    ...(Array.isArray(values) && values.some(isDeep) ? [{ anyOf: values.map(valueSchema) }] : []),
    ...(isDeep(value) ? [valueSchema(value)] : []),
  ];
  if (allOf.length === 0) return schema;
  return {
    ...rest,
    ...(values !== undefined && !values.some(isDeep) && { enum: values }),
    ...(value !== undefined && !isDeep(value) && { const: value }),
    allOf: [...(schema.allOf ?? []), ...allOf],
  };
}

function isDeep(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function valueSchema(value: unknown): Schema {
  if (Array.isArray(value)) {
    const length = value.length;
    return { type: 'array', minItems: length, maxItems: length, prefixItems: value.map(valueSchema) };
  }
  if (!isObject(value)) return { const: value };
  const properties = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valueSchema(item)]));
  return { type: 'object', required: Object.keys(value), properties, additionalProperties: false };
}
