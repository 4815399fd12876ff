/** A value as JSON text in which a bigint is a plain integer, every digit kept. */
export function exactJson(value: unknown, indent?: number): string {
  // Drawn anew each time, so that no string of a specification can pass for a marked number.
  const mark = `\ue000${Math.random()}:`;
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? mark + item : item), indent);
  return text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}

/** JSON text in which integers of 17 digits and more are strings, as the client returns an exact integer. */
export function quoteExact(json: string): string {
  return json.replace(LARGE, (found, digits?: string) => (digits === undefined ? found : `"${digits}"`));
}

/**
 * JSON whose integers of 17 digits and more become bigints.
 * @throws SyntaxError where the text is not JSON.
 */
export function parseExactJson(json: string): unknown {
  const mark = `\ue000${Math.random()}:`;
  const marked = json.replace(LARGE, (found, digits?: string) =>
    digits === undefined ? found : `"${mark}${digits}"`,
  );
  return JSON.parse(marked, (_, item) =>
    typeof item === 'string' && item.startsWith(mark) ? BigInt(item.slice(mark.length)) : item,
  );
}

/** A string, or an integer of 17 digits and more. */
const LARGE = /"(?:[^"\\]|\\.)*"|((?<![\d.eE+-])-?\d{17,})(?![\d.eE])/g;
