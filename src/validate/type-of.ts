import type { AnswerSchema } from '../../generated/validators/index.ts';

/**
 * A value described by its type, as a report says it.
 * @param large the digits of whole numbers that were parsed as strings, for a double would round them.
 */
export function typeOf(value: unknown, large: ReadonlySet<unknown>): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return large.has(value) ? 'integer beyond 2^53' : typeof value;
}

/**
 * A value where the specification lists values: itself where it is a boolean or a whole number of at most five digits,
 * as codes are; else its type, for what the vendor puts there by mistake may be a phone number or a name.
 */
export function valueOrType(value: unknown, large: ReadonlySet<unknown>): string {
  const isCode = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000;
  return isCode || typeof value === 'boolean' ? String(value) : typeOf(value, large);
}

/** What a schema says of a value's type: `integer or null`; `anything` where it says nothing. */
export function typeInWords({ type }: AnswerSchema): string {
  return type === undefined ? 'anything' : [type].flat().join(' or ');
}

/** Values that a schema lists: `one of 1, 2`. */
export function valuesInWords(values: readonly unknown[]): string {
  return `${values.length > 1 ? 'one of ' : ''}${values.map((each) => JSON.stringify(each)).join(', ')}`;
}
