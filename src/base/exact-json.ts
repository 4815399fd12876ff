/** Finds sixteen digits in a row at the start of a value. Most answers have none and need no special parsing. */
const SUSPECT = /(?:^|[:[,])\s*-?\d{16}/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Levels of nesting. Answers have about ten; anything that walks through a value may count on this bound. */
const DEEPEST = 100;

/** JSON is nested so deep that walking through its value could overflow the stack. */
export class TooDeepError extends SyntaxError {}

/** The result of {@link parseExact}: the value, and the digits of every integer that a double would round. */
export interface ExactValue {
  readonly value: unknown;
  readonly large: readonly string[];
}

/**
 * `JSON.parse` that never rounds an integer: an integer beyond 2^53 becomes a string of its digits.
 *
 * @throws SyntaxError if the text is not JSON, as `JSON.parse` does, or TooDeepError.
 */
export function parseExact(text: string): ExactValue {
  const large: string[] = [];
  return { value: parseJson(mayHoldLarge(text) ? quoteLarge(text, large) : text), large };
}

/**
 * Like {@link parseExact}, but turns such an integer into a bigint, so that it can be written as a number
 * again.
 *
 * @throws SyntaxError if the text is not JSON, or TooDeepError.
 */
export function parseWithBigints(text: string): unknown {
  // Before anything else, because a reviver takes a level of the stack for each level of the value.
  const plain = parseJson(text);
  if (!mayHoldLarge(text)) return plain;
  const mark = newMark();
  return JSON.parse(quoteLarge(text, [], mark), (_, item) =>
    typeof item === 'string' && item.startsWith(mark) ? BigInt(item.slice(mark.length)) : item,
  );
}

/** Whether a text may contain an integer that a double would round. Cheap; never says no by mistake. */
export function mayHoldLarge(text: string): boolean {
  return SUSPECT.test(text);
}

/**
 * `JSON.stringify` that writes a bigint as an integer. `inspect` sees each value before it is written, with the object
 * or list that holds it; what it throws ends the work.
 */
export function stringifyExact(
  value: unknown,
  indent?: number,
  inspect?: (holder: object, key: string, written: unknown) => void,
): string {
  let mark = '';
  const text = JSON.stringify(
    value,
    function (this: object, key, item) {
      inspect?.(this, key, item);
      if (typeof item !== 'bigint') return item;
      mark ||= newMark();
      return mark + item;
    },
    indent,
  );
  return mark ? text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1') : text;
}

/**
 * Changes every value at a path of names, in place. A list on the path, or at its end, stands for each of its
 * items.
 */
export function changeAt(value: unknown, path: readonly string[], change: (found: unknown) => unknown): void {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) changeAt(item, path, change);
    return;
  }
  // An object that is not a list has string keys.
  const object = value as Record<string, unknown>;
  if (!Object.hasOwn(object, key)) return;
  if (rest.length > 0) changeAt(object[key], rest, change);
  else object[key] = Array.isArray(object[key]) ? object[key].map(change) : change(object[key]);
}

function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (isDeeper(value, DEEPEST))
    throw new TooDeepError(`The JSON is nested more than ${DEEPEST} levels deep.`);
  return value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

/** A random prefix, so that no string in the data can be mistaken for a marked number. */
function newMark(): string {
  return `\ue000${Math.random()}:`;
}

function quoteLarge(text: string, large: string[], mark = ''): string {
  let out = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = endOfString(text, at);
    } else if (code === 45 || (code >= 48 && code <= 57)) {
      NUMBER.lastIndex = at;
      const digits = NUMBER.exec(text)?.[0] ?? text.charAt(at);
      if (/^-?\d{16,}$/.test(digits) && !Number.isSafeInteger(Number(digits))) {
        out += `${text.slice(copied, at)}"${mark}${digits}"`;
        copied = at + digits.length;
        large.push(digits);
      }
      at += digits.length;
    } else at++;
  }
  return out + text.slice(copied);
}

/** The index after a string's closing quote. A regular expression would overflow the stack on a long string. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}
