import { pascalCase } from '../../spec/names.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import { schemaReference } from '../../spec/pointer.ts';
import { mergeOverrides } from './merge-overrides.ts';

/** Collects component schemas, and gives a name to every object that would stand inside another schema. */
export interface NamedSchemas {
  /** Moves a schema to the components under a name that is free. Returns the reference to it. */
  readonly add: (wanted: string, schema: Schema) => Schema;
  /** The components so far, those of the document first. */
  readonly all: () => Readonly<Record<string, Schema>>;
}

/**
 * Starts with the components of the document. Tools make a class of every object; without a name they call it
 * `InlineObject13`, and another number after the next change. A nested object is named after its place:
 * `OpportunityOneAnswer` has `OpportunityOneAnswerStage`.
 */
export function nameSchemas(components: Readonly<Record<string, Schema>>): NamedSchemas {
  // Java and Go make a file of each name, and some file systems ignore case.
  const used = new Set(Object.keys(components).map((name) => name.toLowerCase()));
  const all = new Map<string, Schema>();
  for (const [name, schema] of Object.entries(components)) all.set(name, withNames(name, schema));
  return { add, all: () => Object.fromEntries(all) };

  function add(wanted: string, schema: Schema): Schema {
    if (schema.$ref !== undefined) return schema;
    let name = wanted;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    used.add(name.toLowerCase());
    // The place is kept first, so that a schema stands before those inside it.
    all.set(name, schema);
    all.set(name, withNames(name, schema));
    return { $ref: schemaReference(name) };
  }

  /** The schema with the objects inside it replaced by references. */
  function withNames(name: string, written: Schema): Schema {
    if (!isObject(written)) return written;
    const schema = mergeOverrides(written, components);
    const copy: Record<string, unknown> = { ...schema };
    if (schema.properties !== undefined)
      copy.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([key, inner]) => [key, named(name + pascalCase(key), inner)]),
      );
    if (isObject(schema.items)) copy.items = named(`${name}Item`, schema.items);
    if (isObject(schema.additionalProperties))
      copy.additionalProperties = named(`${name}Value`, schema.additionalProperties);
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const)
      if (schema[keyword] !== undefined)
        copy[keyword] = schema[keyword].map((part, index) =>
          // The parts of `allOf` are one object together.
          keyword === 'allOf' ? withNames(name, part) : named(`${name}Option${index + 1}`, part),
        );
    return copy;
  }

  function named(name: string, schema: Schema): Schema {
    if (!isObject(schema) || schema.properties === undefined) return withNames(name, schema);
    // A null beside a reference is the business of the place, not of the object.
    const types = [schema.type ?? []].flat();
    if (!types.includes('null')) return add(name, schema);
    const reference = add(name, { ...schema, type: types.filter((type) => type !== 'null') });
    return { type: ['object', 'null'], anyOf: [reference, { type: 'null' }] };
  }
}
