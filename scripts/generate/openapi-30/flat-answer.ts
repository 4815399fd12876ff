import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '../../spec/openapi.ts';

/**
 * Makes one object of the alternatives of an answer, success and failures: it has the fields of all, and requires those
 * that all require. Generators of most languages cannot tell the alternatives apart, and their users test the code anyway.
 */
export function flatAnswer(schema: Schema): Schema {
  const [success, ...failures] = schema.anyOf ?? [];
  if (success === undefined) return schema;
  const branches = [success, ...failures];
  const names = new Set(branches.flatMap((branch) => Object.keys(branch.properties ?? {})));
  const properties = [...names].map((name) => {
    const declared = branches.flatMap(({ properties = {} }) =>
      Object.hasOwn(properties, name) && properties[name] !== undefined ? [properties[name]] : [],
    );
    return [name, commonSchema(declared)] as const;
  });
  const { title: _, ...rest } = success;
  return {
    ...rest,
    // Go and Java drop fields without a place, so an answer whose fields are unknown keeps them in a map.
    ...(success['x-unknown'] !== undefined && { additionalProperties: true }),
    required: (success.required ?? []).filter((name) =>
      failures.every(({ required = [] }) => required.includes(name)),
    ),
    properties: Object.fromEntries(properties),
  };
}

/** A schema for the values of all: the same one, or else their types without what tells success from failure. */
function commonSchema(schemas: readonly Schema[]): Schema {
  const [first = {}, ...others] = schemas;
  if (others.every((other) => isDeepStrictEqual(other, first))) return first;
  const types = [...new Set(schemas.flatMap(({ type }) => type ?? []))];
  const descriptions = [...new Set(schemas.flatMap(({ description }) => description ?? []))];
  return {
    ...(types.length > 0 && { type: types.length === 1 ? types[0] : types }),
    ...(descriptions.length > 0 && { description: descriptions.join(' ') }),
  };
}
