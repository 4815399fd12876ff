import { isObject } from '../base/is-object.ts';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** The value at a dotted path; the value itself if the path is empty. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path ? path.split('.') : []) {
    found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

/** Sets the value at a dotted path, in place. Creates missing objects on the way. */
export function setAt(target: JsonObject, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop();
  if (last === undefined) return;
  let object = target;
  for (const name of names) {
    const next = Object.hasOwn(object, name) ? object[name] : undefined;
    if (isObject(next)) object = next;
    else {
      const created: JsonObject = {};
      define(object, name, created);
      object = created;
    }
  }
  define(object, last, value);
}

/** Defines a plain member with any name: a name from a request may be `__proto__`. */
function define(target: JsonObject, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
