const MARK = '\ue000';

/** A value as JSON text in which a bigint is a plain integer, every digit kept. */
export function exactJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(
    value,
    (_, item) => (typeof item === 'bigint' ? `${MARK}${item}` : item),
    indent,
  );
  return text.replace(new RegExp(`"${MARK}(-?\\d+)"`, 'g'), '$1');
}

/** JSON text in which integers of 17 digits and more are strings, as the client returns an exact integer. */
export function quoteExact(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|((?<![\d.eE+-])-?\d{17,})(?![\d.eE])/g, (found, digits?: string) =>
    digits === undefined ? found : `"${digits}"`,
  );
}
