/** Whether two values look the same on a page, which prints the string "30" and the number 30 alike. */
export function isSameValue(old: unknown, now: unknown): boolean {
  return textOf(old) === textOf(now);
}

/**
 * Whether two examples count as the same. The facts replace an example that identifies somebody (a telephone
 * number, an id) by another of the same form, so a long example of the same form is not a difference.
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
