import { parseWithBigints } from '../base/exact-json.ts';

/** The object or list that a text is the JSON of; undefined for any other text. */
export function jsonIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    // Sound: what begins so and is JSON is an object or a list.
    return parseWithBigints(text) as object;
  } catch {
    // Not swallowed: a text that only begins like JSON is a text.
    return undefined;
  }
}
