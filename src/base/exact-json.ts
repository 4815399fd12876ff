/** Looks for sixteen digits in a row where a value may stand; most answers have none, and are parsed as they are. */
const SUSPECT = /(?:^|[:[,])\s*-?\d{16}/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** What {@link parseExact} returns: the value, and the digits of every whole number in it that a double would round. */
export interface ExactValue {
  readonly value: unknown;
  readonly large: readonly string[];
}

/**
 * `JSON.parse` that rounds no whole number: one beyond 2^53 becomes the string of its digits.
 *
 * @throws SyntaxError where the text is not JSON, as `JSON.parse` does.
 */
export function parseExact(text: string): ExactValue {
  if (!mayHoldLarge(text)) return { value: JSON.parse(text), large: [] };
  const large: string[] = [];
  const quoted = quoteLarge(text, large);
  return { value: JSON.parse(quoted), large };
}

/**
 * The same with a bigint for such a whole number, so that it goes back as a number.
 *
 * @throws SyntaxError where the text is not JSON.
 */
export function parseWithBigints(text: string): unknown {
  if (!mayHoldLarge(text)) return JSON.parse(text);
  const mark = newMark();
  return JSON.parse(quoteLarge(text, [], mark), (_, item) =>
    typeof item === 'string' && item.startsWith(mark) ? BigInt(item.slice(mark.length)) : item,
  );
}

/** Whether a text may hold a whole number that a double would round; cheap, and wrong only by saying yes. */
export function mayHoldLarge(text: string): boolean {
  return SUSPECT.test(text);
}

/** `JSON.stringify` in which a bigint is written as the whole number that it is. */
export function stringifyExact(value: unknown, indent?: number): string {
  let mark = '';
  const text = JSON.stringify(
    value,
    (_, item) => {
      if (typeof item !== 'bigint') return item;
      mark ||= newMark();
      return mark + item;
    },
    indent,
  );
  return mark ? text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1') : text;
}

/**
 * Changes the values at dotted paths, in place; a list on the way means each of its items.
 */
export function changeAt(value: unknown, path: readonly string[], change: (found: unknown) => unknown): void {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) changeAt(item, path, change);
    return;
  }
  // Sound: what is an object and no list has string keys.
  const object = value as Record<string, unknown>;
  if (!Object.hasOwn(object, key)) return;
  if (rest.length > 0) changeAt(object[key], rest, change);
  else object[key] = Array.isArray(object[key]) ? object[key].map(change) : change(object[key]);
}

/** Drawn anew each time, so that no string of anybody's can pass for a marked number. */
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

/** The place behind a string's closing quote. A regular expression for strings overflows the stack on a long one. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}
