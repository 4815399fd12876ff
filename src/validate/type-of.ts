import type { AnswerSchema } from '../../generated/validators/index.ts';

/**
 * Describes a value by its type, as reports do.
 * @param large the digits of integers that were parsed as strings, because a double would round them.
 */
export function typeOf(value: unknown, large: ReadonlySet<unknown>): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return large.has(value) ? 'integer beyond 2^53' : typeof value;
}

/**
 * Describes a value where the specification lists values: the value itself if it is a boolean or an integer
 * of at most five digits, like a code; otherwise its type, because a value that is there by mistake may be a
 * phone number or a name.
 */
export function valueOrType(value: unknown, large: ReadonlySet<unknown>): string {
  const isCode = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000;
  return isCode || typeof value === 'boolean' ? String(value) : typeOf(value, large);
}

/** The type that a schema specifies: `integer or null`; `anything` if it specifies none. */
export function typeInWords({ type }: AnswerSchema): string {
  return type === undefined ? 'anything' : [type].flat().join(' or ');
}

/** Describes the values that a schema lists: `one of 1, 2`. */
export function valuesInWords(values: readonly unknown[]): string {
  return `${values.length > 1 ? 'one of ' : ''}${values.map((value) => JSON.stringify(value)).join(', ')}`;
}
