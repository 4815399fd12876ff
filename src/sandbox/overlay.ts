import { isObject } from '../base/is-object.ts';
import type { JsonObject } from './paths.ts';

/**
 * A copy of an object with the values of a row for all members that both have, if the value can be converted to the
 * same type. Members that only the row has are ignored: an answer gets no member that its operation does not have.
 */
export function overlay(template: unknown, row: JsonObject): unknown {
  if (!isObject(template)) return template;
  const entries = Object.entries(template).map(([key, like]) => {
    const given = Object.hasOwn(row, key) ? alike(row[key], like) : undefined;
    return [key, given === undefined ? like : given] as const;
  });
  return Object.fromEntries(entries);
}

/** Converts a value to the type of another, such as digits to a number; undefined if that is impossible. */
function alike(value: unknown, like: unknown): unknown {
  if (like === null || like === undefined) return value;
  if (value === null || value === undefined) return undefined;
  if (typeof like === 'string' && typeof value === 'number') return String(value);
  if (typeof like === 'number' && typeof value === 'string') {
    const number = Number(value);
    return value.trim() !== '' && Number.isFinite(number) ? number : undefined;
  }
  if (Array.isArray(like) !== Array.isArray(value)) return undefined;
  return typeof like === typeof value ? value : undefined;
}
