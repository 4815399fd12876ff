import { type Model, resolve } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';

/**
 * Merges the members of an object schema's `allOf` into the schema, so that its type is one list of members and a
 * misspelt member is not accepted as an unknown one. The schema's own keywords win over merged ones. A schema that only
 * refers to another one becomes that reference.
 */
export function mergeAllOf(model: Model, given: Schema): Schema {
  return merge(given, []);

  function merge(schema: Schema, inside: readonly Schema[]): Schema {
    if (inside.includes(schema)) return schema;
    const deeper = [...inside, schema];
    const { allOf, ...own } = schema;
    if (allOf === undefined) return withMembers(own, deeper);
    const [only] = allOf;
    if (allOf.length === 1 && only?.$ref !== undefined && inside.length > 0 && own.properties === undefined)
      return { ...only, ...(own.description !== undefined && { description: own.description }) };
    const parts = allOf.map((part) => merge(resolve(model.document, part), deeper));
    return withMembers(
      {
        ...own,
        properties: Object.assign({}, ...parts.map(({ properties }) => properties), own.properties),
        required: [...new Set([...parts.flatMap(({ required }) => required ?? []), ...(own.required ?? [])])],
      },
      deeper,
    );
  }

  function withMembers(schema: Schema, inside: readonly Schema[]): Schema {
    if (schema.properties === undefined) return schema;
    const members = Object.entries(schema.properties).map(([name, member]) => [name, merge(member, inside)]);
    return { ...schema, properties: Object.fromEntries(members) };
  }
}
