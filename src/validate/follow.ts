import type { AnswerSchema } from '../../generated/validators/index.ts';

/** A schema's components by name. */
export type Definitions = Readonly<Record<string, AnswerSchema>>;

const START = '#/$defs/'.length;

/** The schema that a reference leads to; the schema itself where it is none. */
export function follow(schema: AnswerSchema, definitions: Definitions): AnswerSchema {
  let here = schema;
  while (here.$ref !== undefined) here = definitions[here.$ref.slice(START)] ?? {};
  return here;
}

/** The schema of an object's field: its own, else that of further fields; undefined where nothing is said of the field. */
export function fieldOf(
  { properties, additionalProperties }: AnswerSchema,
  name: string,
): AnswerSchema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
