import { parseExactJson } from '../kit/exact-json.ts';
import { isObject } from './openapi.ts';

/**
 * Parses JSON text many times faster than YAML. Integers that a number cannot hold become bigints.
 * @returns undefined if the text is not JSON or has a key twice: a parser that knows lines then reports it.
 */
export function parseJsonText(text: string): { readonly value: unknown } | undefined {
  try {
    const { keys, hasLarge } = scan(text);
    const value: unknown = hasLarge ? parseExactJson(text) : JSON.parse(text);
    return countKeys(value) === keys ? { value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where an entry begins, and where its value does. */
interface EntryOffsets {
  readonly entry: number;
  readonly value: number;
}

/**
 * Returns a function that finds where the entry under a way of keys begins in JSON text: its key in an object, the value
 * itself in a list. If there is no such entry, the nearest one around it. Each container is read once, however often it is
 * asked for.
 */
export function offsetsInJson(text: string): (keys: readonly (string | number)[]) => number {
  const read = new Map<number, ReadonlyMap<string, EntryOffsets>>();
  return (keys) => {
    let found = text.search(/\S/);
    let value = found;
    for (const key of keys) {
      const entries = read.get(value) ?? entriesAt(text, value);
      read.set(value, entries);
      const offsets = entries.get(String(key));
      if (offsets === undefined) return found;
      found = offsets.entry;
      value = offsets.value;
    }
    return found;
  };
}

/** The entries of the container that begins at an offset; none if another value does. */
function entriesAt(text: string, start: number): ReadonlyMap<string, EntryOffsets> {
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = start;
  const next = () => tokens.exec(text);
  const entries = new Map<string, EntryOffsets>();
  const open = next()?.[0];
  if (open !== '{' && open !== '[') return entries;
  for (let index = 0; ; index++) {
    const first = next();
    if (first === null || /^[\]}]$/.test(first[0])) return entries;
    const entry = first.index;
    if (open === '{') next(); // The colon.
    const value = open === '{' ? next() : first;
    entries.set(open === '{' ? String(JSON.parse(first[0])) : String(index), {
      entry,
      value: value?.index ?? entry,
    });
    skipRest(value?.[0], () => next()?.[0]);
    if (next()?.[0] !== ',') return entries;
  }
}

/** Reads the rest of a value of which the first token was read. */
function skipRest(first: string | undefined, next: () => string | undefined): void {
  let depth = 0;
  for (let token = first; token !== undefined; token = next()) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) return;
  }
}

const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Matches a string with the colon that makes it a key, or an integer that may be too large for a number. */
const KEY_OR_LARGE = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"(\s*:)?|\d{16}/g;

function scan(text: string): { readonly keys: number; readonly hasLarge: boolean } {
  let keys = 0;
  let hasLarge = false;
  for (const { 0: token, 1: colon } of text.matchAll(KEY_OR_LARGE)) {
    if (colon !== undefined) keys += 1;
    else if (!token.startsWith('"')) hasLarge = true;
  }
  return { keys, hasLarge };
}

function countKeys(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countKeys(item), 0);
  if (!isObject(value)) return 0;
  const items = Object.values(value);
  return items.reduce((sum: number, item) => sum + countKeys(item), items.length);
}
