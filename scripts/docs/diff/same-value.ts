/** Whether two values look the same on a page, which prints the string "30" and the number 30 alike. */
export function isSameValue(old: unknown, now: unknown): boolean {
  return textOf(old) === textOf(now);
}

/**
 * Whether two examples count as the same. The facts replace an example that identifies somebody (a telephone
 * number, an id) by a made-up one. It may have the form of the original, or be marked as made up; two ids that
 * nobody can read are never a difference.
 */
export function isSameExample(old: unknown, now: unknown): boolean {
  const [before, after] = [textOf(old), textOf(now)];
  if (before === after || MADE_UP.test(before)) return true;
  return before.length >= SHORTEST_IDENTIFYING && formOf(before) === formOf(after);
}

const SHORTEST_IDENTIFYING = 8;
/** What made-up values contain, in the facts and in recordings. */
const MADE_UP = /EXAMPLE|X{6}|A{6}|0{8}/;
const TOKEN = /[\w-]{16,}/g;

/** A text without what differs between two values of the same form: digits, letters, ids of any length. */
function formOf(text: string): string {
  return text
    .replace(TOKEN, (token) => (isOpaque(token) ? '#' : token))
    .replace(/\d/g, '0')
    .replace(/[A-Za-z]/g, 'a');
}

/** Whether a long token is an id: all digits, or letters of both cases or with digits, in one piece. */
function isOpaque(token: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(token)).length;
  return kinds > 1 || /^\d+$/.test(token);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join() : String(value);
}
