/**
 * Text that cannot control a terminal: control characters and characters that change the direction of text are escaped.
 * Answers of Weiban contain text of other people.
 */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, escaped);
}

/** Printable text on one line, for a table cell. */
export function oneLine(text: string): string {
  return printable(text).replace(/[\t\n]/g, (char) => (char === '\n' ? '\\n' : ' '));
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
