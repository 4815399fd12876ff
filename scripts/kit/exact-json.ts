/** Writes a value as JSON text. A bigint becomes a plain integer with every digit; undefined becomes `undefined`. */
export function exactJson(value: unknown, indent?: number): string {
  // Random on each call, so that no string of a specification can imitate a marked number.
  const mark = `\ue000${Math.random()}:`;
  let isMarked = false;
  const write = (_: string, item: unknown) => {
    if (typeof item !== 'bigint') return item;
    isMarked = true;
    return mark + item;
  };
  const text = JSON.stringify(value, write, indent) ?? 'undefined';
  if (!isMarked) return text;
  return text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}

/** Whether a value is a number of any size: an integer too large for a number is a bigint here. */
export function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Parses a number; gives a bigint for an integer whose digits a number cannot hold. */
export function exactNumber(text: string): number | bigint {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^-?\d+$/.test(text)
    ? BigInt(text)
    : number;
}

/** Quotes the integers of 17 digits and more in JSON text, as the client returns exact integers. */
export function quoteExact(json: string): string {
  return json.replace(LARGE, (found, digits = '') => (/\d{17}/.test(digits) ? `"${digits}"` : found));
}

/**
 * Parses JSON; integers that a number cannot hold become bigints.
 * @throws SyntaxError if the text is not JSON.
 */
export function parseExactJson(json: string): unknown {
  const mark = `\ue000${Math.random()}:`;
  const marked = json.replace(LARGE, (found, digits?: string) =>
    digits === undefined ? found : `"${mark}${digits}"`,
  );
  return JSON.parse(marked, (_, item) =>
    typeof item === 'string' && item.startsWith(mark) ? exactNumber(item.slice(mark.length)) : item,
  );
}

/**
 * Matches a string, or an integer of 16 digits and more. A string without an end is matched up to the end of the text: looking
 * for its end again from each later quote would take the square of the time.
 */
const LARGE = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|((?<![\d.eE+-])-?\d{16,})(?![\d.eE])/g;
