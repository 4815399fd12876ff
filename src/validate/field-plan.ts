import type { AnswerSchema } from '../../generated/validators/index.ts';
import { type Definitions, follow } from './follow.ts';

/** What a schema says of fields and values by name, laid out for looking names up: a schema is read once, answers often. */
export interface FieldPlan {
  /** The documented fields; undefined for an object whose members nobody documents, and for what is no object. */
  readonly fields: ReadonlyMap<string, FieldPlan> | undefined;
  /** Whether a further field is worth telling of. */
  readonly isClosed: boolean;
  /** The fields that are not named, where they have a schema: their names are data. */
  readonly others: FieldPlan | undefined;
  readonly items: FieldPlan | undefined;
  /** The documented values of an open list. */
  readonly known: readonly unknown[] | undefined;
}

/** The plan of a value that there is nothing to say of. */
export const NOTHING: FieldPlan = {
  fields: undefined,
  isClosed: false,
  others: undefined,
  items: undefined,
  known: undefined,
};

const plans = new WeakMap<AnswerSchema, FieldPlan>();

/** The plan of a whole schema; made once. */
export function planOf(root: AnswerSchema): FieldPlan {
  const made = plans.get(root) ?? layOut(root, root.$defs ?? {}, new Map());
  plans.set(root, made);
  return made;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function layOut(
  given: AnswerSchema,
  definitions: Definitions,
  begun: Map<AnswerSchema, FieldPlan>,
): FieldPlan {
  const schema = follow(given, definitions);
  const before = begun.get(schema);
  if (before !== undefined) return before;
  const { properties, additionalProperties, items } = schema;
  const known = schema['x-known-values'];
  const isMap = typeof additionalProperties === 'object';
  // Of a composed object no branch says it all.
  const namesFields = (properties !== undefined || isMap) && !isComposed(schema);
  if (!namesFields && items === undefined && known === undefined) return NOTHING;

  const plan: Writable<FieldPlan> = { ...NOTHING, known };
  // Before what is below: a schema may hold itself.
  begun.set(schema, plan);
  if (items !== undefined) plan.items = layOut(items, definitions, begun);
  if (!namesFields) return plan;
  const fields = Object.entries(properties ?? {});
  plan.fields = new Map(fields.map(([name, field]) => [name, layOut(field, definitions, begun)]));
  plan.isClosed = additionalProperties === undefined;
  if (isMap) plan.others = layOut(additionalProperties, definitions, begun);
  return plan;
}

function isComposed({ allOf, anyOf, oneOf }: AnswerSchema): boolean {
  return allOf !== undefined || anyOf !== undefined || oneOf !== undefined;
}
