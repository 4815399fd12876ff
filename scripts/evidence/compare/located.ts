import type { Place } from '../../kit/diagnostic.ts';
import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { findTarget, type Target } from '../../spec/references.ts';
import { type KeyPath, placeOf, type Source } from '../../spec/source.ts';

/** An object of the specification, with its file and its path in that file. */
export interface Located {
  readonly source: Source;
  readonly keys: KeyPath;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The line and column of an object, or of a key inside it. */
export function placeIn(located: Located, ...keys: readonly (string | number)[]): Place {
  return placeOf(located.source, [...located.keys, ...keys]);
}

/** The object at a key path, if there is one. */
export function child(located: Located, ...keys: readonly (string | number)[]): Located | undefined {
  let value: unknown = located.value;
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, String(key))) value = value[key];
    else return undefined;
  }
  return isObject(value) ? { source: located.source, keys: [...located.keys, ...keys], value } : undefined;
}

/** The objects in the list or map at a key. */
export function children(located: Located, key: string): Located[] {
  const value = located.value[key];
  const names = Array.isArray(value)
    ? value.map((_, index) => index)
    : isObject(value)
      ? Object.keys(value)
      : [];
  return names.flatMap((name) => child(located, key, name) ?? []);
}

/**
 * Follows a `$ref`. Returns the object itself if it has none, and `undefined` if the reference is circular or its pointer
 * into the root finds nothing.
 * @throws SpecError if the file is missing or malformed.
 */
export function target(spec: Spec, located: Located): Located | undefined {
  let current: Located | undefined = located;
  for (let hops = 0; hops < 32 && current !== undefined; hops++) {
    const reference: unknown = current.value.$ref;
    if (typeof reference !== 'string') return current;
    const found: Target = findTarget(spec, current.source, current.keys, reference);
    current = isObject(found.value) ? { ...found, value: found.value } : undefined;
  }
  return undefined;
}
