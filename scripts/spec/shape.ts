import type { Diagnostic } from '../kit/diagnostic.ts';
import { exactJson, isNumeric } from '../kit/exact-json.ts';
import { nearest } from '../kit/nearest.ts';
import { isObject } from './openapi.ts';
import { isPattern } from './pattern.ts';
import { REQUIRED, SHAPES, UNIONS } from './shapes.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';
import { isType, TYPES } from './types-of-json.ts';

/** The code of a finding about a key that is not known, which is harmless in a document of another project. */
export const UNKNOWN_KEY = 'unknown-key';

/** The code of a finding about a document without `info`, which says nothing about calls. */
export const NO_INFO = 'no-info';

/**
 * Checks the shape of a file, or of a part of it.
 * @param kind a row of SHAPES, or a map or list of such rows: `PathItem`, `{ErrorEntry}`, `Schema[]`.
 * @returns one diagnostic for each unknown key, wrong kind of value and missing key, with its place.
 */
export function checkShape(
  source: Source,
  kind: string,
  part: { readonly keys: KeyPath; readonly value: unknown } = { keys: [], value: source.value },
): Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(part.value, kind, part.keys);
  return found;

  function report(keys: KeyPath, message: string, fix: string, code = 'shape'): void {
    found.push({ code, message, fix, place: placeOf(source, keys) });
  }

  function walk(value: unknown, expected: string, keys: KeyPath): void {
    const chosen = kindOf(value, expected);
    if (chosen === undefined && expected === 'string' && isReference(value)) {
      const fix = 'write the text here; it is read from there';
      report(keys, `${label(keys)} is a reference, which OpenAPI does not have for texts`, fix, UNKNOWN_KEY);
    } else if (chosen === undefined) {
      const fix = `write ${alternatives(expected).map(expectation).join(' or ')}`;
      report(keys, `${label(keys)} is ${describe(value)}`, fix);
    } else if (chosen.endsWith('[]')) {
      (value as unknown[]).forEach((item, index) => {
        walk(item, chosen.slice(0, -2), [...keys, index]);
      });
    } else if (chosen === '{AnySchema}' && isReference(value)) {
      const fix = 'write the schemas here; they are read from there';
      report(keys, `${label(keys)} is a reference, which OpenAPI does not have for a map`, fix, UNKNOWN_KEY);
    } else if (chosen.startsWith('{')) {
      for (const [key, item] of Object.entries(value as object))
        walk(item, chosen.slice(1, -1), [...keys, key]);
    } else if (SHAPES[chosen] !== undefined)
      walkRow(value as Readonly<Record<string, unknown>>, chosen, keys);
  }

  function walkRow(value: Readonly<Record<string, unknown>>, row: string, keys: KeyPath): void {
    const allowed = SHAPES[row] ?? {};
    for (const [key, item] of Object.entries(value)) {
      const kindOfKey = allowed[key];
      const odd = row === 'Schema' ? oddKeyword(key, item) : undefined;
      if (odd !== undefined) report([...keys, key], ...odd, UNKNOWN_KEY);
      else if (kindOfKey !== undefined) walk(item, kindOfKey, [...keys, key]);
      else reportUnknown(key, Object.keys(allowed), row, [...keys, key]);
    }
    for (const key of REQUIRED[row] ?? []) if (!(key in value)) reportMissing(key, row, keys);
  }

  function reportMissing(key: string, row: string, keys: KeyPath): void {
    const message = `${label(keys)} has no ${JSON.stringify(key)}`;
    const fix = 'add info: {title: …, version: …}; it is read as an API without a name';
    if (row === 'Root' && key === 'info') report(keys, message, fix, NO_INFO);
    else report(keys, message, `add ${key}:`);
  }

  function reportUnknown(key: string, allowed: readonly string[], row: string, keys: KeyPath): void {
    const near = nearest(key, allowed);
    if (key.startsWith('x-') && near === undefined) return;
    const fix =
      near === undefined
        ? `remove it, or put it where it belongs; known here: ${allowed.slice(0, 12).join(', ')} …`
        : `write ${near}:`;
    report(keys, `${JSON.stringify(key)} is not known in ${article(row)}`, fix, UNKNOWN_KEY);
  }
}

/** Whether a value is a reference and nothing else. */
export function isReference(value: unknown): value is { readonly $ref: string } {
  return isObject(value) && typeof value.$ref === 'string' && Object.keys(value).length === 1;
}

/** A message and a fix for a keyword whose value means nothing in a schema, and does no harm. */
function oddKeyword(key: string, value: unknown): [message: string, fix: string] | undefined {
  if (key === 'required' && typeof value === 'boolean')
    return ['"required" of a schema is a list of property names', 'move it to the parent'];
  if (key === 'pattern' && typeof value === 'string' && !isPattern(value))
    return [
      `the pattern ${JSON.stringify(value)} is no regular expression of ECMAScript`,
      'correct it; it is not checked',
    ];
  if (key === 'items' && Array.isArray(value))
    return [
      '"items" is a list, which OpenAPI 3.1 calls "prefixItems"',
      'write prefixItems:; it is read as such',
    ];
  if (key === 'enum' && Array.isArray(value) && value.length === 0)
    return ['"enum" is empty, so no value is allowed', 'list the values, or remove enum:; it is left out'];
  if (key === 'type' && Array.isArray(value) && value.includes(null))
    return ["the type null is the text 'null' in JSON Schema", "write 'null' in quotes; it is read as such"];
  const [type] = key === 'type' ? [value].flat().filter((name) => !isType(name)) : [];
  if (typeof type === 'string')
    return [`the type ${JSON.stringify(type)} is not one of JSON Schema`, `write one of ${TYPES.join(', ')}`];
  return undefined;
}

/** The kind of a value among those that are expected; undefined if none fits. */
export function kindOf(value: unknown, expected: string): string | undefined {
  return alternatives(expected).find((candidate) => fits(value, candidate));
}

function alternatives(expected: string): readonly string[] {
  return (UNIONS[expected] ?? expected).split('~');
}

function fits(value: unknown, kind: string): boolean {
  if (kind === 'any') return true;
  if (kind.startsWith('=')) return typeof value === 'string' && kind.slice(1).split('|').includes(value);
  if (kind.endsWith('[]')) return Array.isArray(value);
  if (kind.startsWith('{') || SHAPES[kind] !== undefined) return isObject(value);
  if (kind === 'number') return isNumeric(value);
  return typeof value === kind;
}

function expectation(kind: string): string {
  if (kind.startsWith('=')) return `one of ${kind.slice(1).split('|').join(', ')}`;
  if (kind.endsWith('[]')) return 'a list';
  if (kind.startsWith('{')) return 'a map';
  return article(kind);
}

function article(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a map';
  return `the ${typeof value} ${exactJson(value)}`;
}

function label(keys: KeyPath): string {
  return keys.length === 0 ? 'the file' : JSON.stringify(String(keys.at(-1)));
}
