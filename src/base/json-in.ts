import { parseWithBigints } from './exact-json.ts';

/** Parses a text that is the JSON of an object or a list; returns undefined for any other text. */
export function jsonIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    // JSON that begins with a bracket is an object or a list.
    return parseWithBigints(text) as object;
  } catch {
    // Not swallowed: a text that only begins like JSON is plain text.
    return undefined;
  }
}
