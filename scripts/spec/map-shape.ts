import { isObject } from './openapi.ts';
import { kindOf } from './shape.ts';
import { SHAPES } from './shapes.ts';
import type { KeyPath } from './source.ts';

/** An object of a document's structure, of which the kind is known. */
export type Part = Readonly<Record<string, unknown>>;

/**
 * Rebuilds a value from the leaves up, and passes each object of the document's structure to `change` with its kind: a row
 * of `SHAPES`. Examples, extensions and whatever has no kind are data and stay as they are. A schema that is `true` or `false` becomes an object.
 */
export function mapShape(
  value: unknown,
  expected: string,
  change: (part: Part, kind: string, keys: KeyPath) => unknown,
  keys: KeyPath = [],
): unknown {
  return walk(value, expected, keys);

  function walk(node: unknown, expectedKind: string, at: KeyPath): unknown {
    if (expectedKind === 'AnySchema' && typeof node === 'boolean') return node ? {} : { not: {} };
    const kind = kindOf(node, expectedKind);
    if (kind === undefined || kind === 'any') return node;
    if (Array.isArray(node)) return node.map((item, index) => walk(item, kind.slice(0, -2), [...at, index]));
    return isObject(node) ? walkObject(node, kind, at) : node;
  }

  function walkObject(node: Part, kind: string, at: KeyPath): unknown {
    const row = SHAPES[kind];
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(node)) {
      const inner = row === undefined ? kind.slice(1, -1) : row[key];
      copy[key] = inner === undefined ? item : walk(item, inner, [...at, key]);
    }
    return row === undefined ? copy : change(copy, kind, at);
  }
}
