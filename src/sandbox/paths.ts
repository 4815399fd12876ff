/** An object of JSON. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path; the value itself for an empty one. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path ? path.split('.') : []) {
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

/** Puts a value at a dotted path, in place; objects on the way are made where there are none. */
export function setAt(target: JsonObject, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop();
  if (last === undefined) return;
  let here = target;
  for (const name of names) {
    const next = Object.hasOwn(here, name) ? here[name] : undefined;
    if (isObject(next)) here = next;
    else {
      const made: JsonObject = {};
      define(here, name, made);
      here = made;
    }
  }
  define(here, last, value);
}

/** A plain member, whatever its name: what comes from a request may be called `__proto__`. */
function define(target: JsonObject, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
