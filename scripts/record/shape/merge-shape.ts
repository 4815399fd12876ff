import { isObject } from '../../spec/openapi.ts';

/** The type of a JSON value that is not null; a whole number is an integer. */
export type SeenType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

/** What was seen at one place of an operation's answers. */
export interface Shape {
  /** How many objects or lists could have held it. */
  parents: number;
  seen: number;
  null: number;
  /** Whole numbers that a double would round. */
  large: number;
  readonly types: Partial<Record<SeenType, number>>;
  /** How often each value was seen, of at most {@link MOST_VALUES}. */
  readonly values: Map<string | number | boolean, number>;
  readonly fields: Map<string, Shape>;
  items: Shape | undefined;
}

/** A list of values longer than this is none that a specification would list. */
const MOST_VALUES = 24;
const LONGEST_VALUE = 40;

/** The shape of all of an operation's answers together. */
export function mergeShape(answers: readonly unknown[]): Shape {
  const shape = emptyShape();
  for (const answer of answers) {
    shape.parents++;
    addValue(shape, answer);
  }
  return shape;
}

function emptyShape(): Shape {
  return {
    parents: 0,
    seen: 0,
    null: 0,
    large: 0,
    types: {},
    values: new Map(),
    fields: new Map(),
    items: undefined,
  };
}

function addValue(shape: Shape, value: unknown): void {
  shape.seen++;
  if (value === null) {
    shape.null++;
    return;
  }
  const type = typeOf(value);
  const before = shape.types.object ?? 0;
  shape.types[type] = (shape.types[type] ?? 0) + 1;
  if (Array.isArray(value)) {
    shape.items ??= emptyShape();
    shape.items.parents += value.length;
    for (const item of value) addValue(shape.items, item);
  } else if (isObject(value)) addFields(shape, value, before);
  else addScalar(shape, value);
}

function addFields(shape: Shape, value: Readonly<Record<string, unknown>>, before: number): void {
  for (const field of shape.fields.values()) field.parents++;
  for (const [name, member] of Object.entries(value)) {
    let field = shape.fields.get(name);
    if (field === undefined) {
      // The objects before this one could have held it, and did not.
      field = { ...emptyShape(), parents: before + 1 };
      shape.fields.set(name, field);
    }
    addValue(field, member);
  }
}

function addScalar(shape: Shape, value: unknown): void {
  if (typeof value === 'bigint' || (Number.isInteger(value) && !Number.isSafeInteger(value))) shape.large++;
  else if (typeof value !== 'string' || value.length <= LONGEST_VALUE) {
    // Sound: a JSON value that is neither null, a list, an object nor a bigint.
    const scalar = value as string | number | boolean;
    if (shape.values.has(scalar) || shape.values.size < MOST_VALUES)
      shape.values.set(scalar, (shape.values.get(scalar) ?? 0) + 1);
  }
}

function typeOf(value: unknown): SeenType {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'integer';
  // Sound: what JSON has beside these.
  return typeof value as SeenType;
}
