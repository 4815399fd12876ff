import { isObject, type JsonObject } from './paths.ts';

/**
 * A copy of an object in which the members that the other one has too are the other's, as far as they can be of the
 * same kind. What only the other one has stays away: an answer gets no member that its operation does not have.
 */
export function overlay(template: unknown, row: JsonObject): unknown {
  if (!isObject(template)) return template;
  const entries = Object.entries(template).map(([key, like]) => {
    const given = Object.hasOwn(row, key) ? alike(row[key], like) : undefined;
    return [key, given === undefined ? like : given] as const;
  });
  return Object.fromEntries(entries);
}

/** A value as one of the same kind as another: digits as a number or a text; undefined where it can't be one. */
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
