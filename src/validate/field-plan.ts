import type { AnswerSchema } from '../../generated/validators/index.ts';
import { type Definitions, follow } from './follow.ts';

/** What a schema says about fields and values, prepared for lookup by name: a schema is read once, answers often. */
export interface FieldPlan {
  /**
   * The documented fields; undefined for an object without documented members, and for anything that is not
   * an object.
   */
  readonly fields: ReadonlyMap<string, FieldPlan> | undefined;
  /** Whether an additional field is reported. */
  readonly isClosed: boolean;
  /** The plan of additional fields, if they have a schema. Their names are data. */
  readonly additional: FieldPlan | undefined;
  readonly items: FieldPlan | undefined;
  /** The documented values of an open list. */
  readonly known: readonly unknown[] | undefined;
}

/** The plan of a value that the schema does not describe. */
export const NOTHING: FieldPlan = {
  fields: undefined,
  isClosed: false,
  additional: undefined,
  items: undefined,
  known: undefined,
};

const plans = new WeakMap<AnswerSchema, FieldPlan>();

/** Returns the plan of a schema. Builds it only once. */
export function planOf(root: AnswerSchema): FieldPlan {
  const plan = plans.get(root) ?? layOut(root, root.$defs ?? {}, new Map());
  plans.set(root, plan);
  return plan;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function layOut(
  given: AnswerSchema,
  definitions: Definitions,
  started: Map<AnswerSchema, FieldPlan>,
): FieldPlan {
  const schema = follow(given, definitions);
  const existing = started.get(schema);
  if (existing !== undefined) return existing;
  const { properties, additionalProperties, items } = schema;
  const known = schema['x-known-values'];
  const isMap = typeof additionalProperties === 'object';
  // No branch of a composed object lists all its fields.
  const namesFields = (properties !== undefined || isMap) && !isComposed(schema);
  if (!namesFields && items === undefined && known === undefined) return NOTHING;

  const plan: Writable<FieldPlan> = { ...NOTHING, known };
  // Before the nested schemas, because a schema may contain itself.
  started.set(schema, plan);
  if (items !== undefined) plan.items = layOut(items, definitions, started);
  if (!namesFields) return plan;
  const fields = Object.entries(properties ?? {});
  plan.fields = new Map(fields.map(([name, field]) => [name, layOut(field, definitions, started)]));
  plan.isClosed = additionalProperties === undefined;
  if (isMap) plan.additional = layOut(additionalProperties, definitions, started);
  return plan;
}

function isComposed({ allOf, anyOf, oneOf }: AnswerSchema): boolean {
  return allOf !== undefined || anyOf !== undefined || oneOf !== undefined;
}
