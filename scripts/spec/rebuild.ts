import { isObject } from './openapi.ts';
import type { KeyPath } from './source.ts';

/** Keys whose value is data of the API, not part of the document's structure. */
const DATA = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'const',
  'x-known-values',
  'x-meanings',
  'x-corrects',
]);
/** Keys whose value maps names that the API chose to structure. A property may be called `example`. */
const NAMES = new Set([
  'properties',
  'patternProperties',
  'schemas',
  '$defs',
  'dependentSchemas',
  'paths',
  'webhooks',
  'responses',
  'content',
]);

/** An object of the document, as `rebuild` passes it to `change`. */
type Part = Readonly<Record<string, unknown>>;

/**
 * Rebuilds a value from the leaves up, and passes each object of the document's structure to `change` with its key path.
 * Examples and other data stay unchanged. A field called `example` is not mistaken for an example.
 */
export function rebuild(
  value: unknown,
  change: (part: Part, keys: KeyPath) => Part,
  keys: KeyPath = [],
): unknown {
  return walk(value, keys, false);

  function walk(node: unknown, at: KeyPath, isNameMap: boolean): unknown {
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...at, index], false));
    if (!isObject(node)) return node;
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(node)) {
      copy[key] = !isNameMap && DATA.has(key) ? item : walk(item, [...at, key], !isNameMap && NAMES.has(key));
    }
    return isNameMap ? copy : change(copy, at);
  }
}
