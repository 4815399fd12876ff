import { isObject } from '../../spec/openapi.ts';

/** The type of a JSON value that is not null. A whole number is an integer. */
export type SeenType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

/** Everything that was seen at one place of an operation's answers. */
export interface Shape {
  /** How many times it could have been seen: objects that could have the field, items of a list. */
  parents: number;
  seen: number;
  null: number;
  /** How many whole numbers were beyond 2^53. */
  large: number;
  readonly types: Partial<Record<SeenType, number>>;
  /** How often each value was seen, of at most {@link MOST_VALUES}. */
  readonly values: Map<string | number | boolean, number>;
  readonly fields: Map<string, Shape>;
  items: Shape | undefined;
}

/** More different values than this are not an enumeration. */
const MOST_VALUES = 24;
const LONGEST_VALUE = 40;

/** Merges all answers of an operation into one shape. */
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
      // The earlier objects could have had this field, but did not.
      field = { ...emptyShape(), parents: before + 1 };
      shape.fields.set(name, field);
    }
    addValue(field, member);
  }
}

function addScalar(shape: Shape, value: unknown): void {
  if (typeof value === 'bigint' || (Number.isInteger(value) && !Number.isSafeInteger(value))) shape.large++;
  else if (typeof value !== 'string' || value.length <= LONGEST_VALUE) {
    // A JSON value that is not null, a list, an object or a bigint is one of these.
    const scalar = value as string | number | boolean;
    if (shape.values.has(scalar) || shape.values.size < MOST_VALUES)
      shape.values.set(scalar, (shape.values.get(scalar) ?? 0) + 1);
  }
}

function typeOf(value: unknown): SeenType {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'integer';
  // The other types of JSON have the same names in JavaScript.
  return typeof value as SeenType;
}
