/** Whether two values are one as a page prints them: it prints 30 for a field that it types as text. */
export function isSameValue(old: unknown, now: unknown): boolean {
  return textOf(old) === textOf(now);
}

/**
 * The same for examples. Facts restate one that identifies somebody (a telephone number, an id) by another of the same
 * form, so a long example of the same form is no other one.
 */
export function isSameExample(old: unknown, now: unknown): boolean {
  const [before, after] = [textOf(old), textOf(now)];
  return before === after || (before.length >= SHORTEST_IDENTIFYING && formOf(before) === formOf(after));
}

const SHORTEST_IDENTIFYING = 8;

function formOf(text: string): string {
  return text.replace(/\d/g, '0').replace(/[A-Za-z]/g, 'a');
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join() : String(value);
}
