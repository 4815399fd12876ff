/** A value as JSON text in which a bigint is a plain integer, every digit kept. */
export function exactJson(value: unknown, indent?: number): string {
  // Drawn anew each time, so that no string of a specification can pass for a marked number.
  const mark = `\ue000${Math.random()}:`;
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? mark + item : item), indent);
  return text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}

/** JSON text in which integers of 17 digits and more are strings, as the client returns an exact integer. */
export function quoteExact(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|((?<![\d.eE+-])-?\d{17,})(?![\d.eE])/g, (found, digits?: string) =>
    digits === undefined ? found : `"${digits}"`,
  );
}
