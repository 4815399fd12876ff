import type { AnswerSchema } from '../../generated/validators/index.ts';

/** A schema's components by name. */
export type Definitions = Readonly<Record<string, AnswerSchema>>;

const START = '#/$defs/'.length;

/** Returns the target of a reference, or the schema itself if it is not a reference. */
export function follow(schema: AnswerSchema, definitions: Definitions): AnswerSchema {
  let target = schema;
  while (target.$ref !== undefined) target = definitions[target.$ref.slice(START)] ?? {};
  return target;
}

/**
 * The schema of an object's field: its own, or that of additional fields; undefined if the schema does not
 * describe it.
 */
export function fieldOf(
  { properties, additionalProperties }: AnswerSchema,
  name: string,
): AnswerSchema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
