/** A value as JSON text in which a bigint is a plain integer, every digit kept; `undefined` for undefined. */
export function exactJson(value: unknown, indent?: number): string {
  // Drawn anew each time, so that no string of a specification can pass for a marked number.
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

/** Whether a value is a number, whatever its size: one that a number cannot hold is a bigint here. */
export function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A number as it is written: a bigint where a number cannot hold the digits of an integer. */
export function exactNumber(text: string): number | bigint {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^-?\d+$/.test(text)
    ? BigInt(text)
    : number;
}

/** JSON text in which integers of 17 digits and more are strings, as the client returns an exact integer. */
export function quoteExact(json: string): string {
  return json.replace(LARGE, (found, digits = '') => (/\d{17}/.test(digits) ? `"${digits}"` : found));
}

/**
 * JSON in which integers that a number cannot hold become bigints.
 * @throws SyntaxError where the text is not JSON.
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

/** A string, or an integer of 16 digits and more. */
const LARGE = /"(?:[^"\\]|\\.)*"|((?<![\d.eE+-])-?\d{16,})(?![\d.eE])/g;
