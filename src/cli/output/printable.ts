/**
 * Text that does nothing to a terminal: control characters, and those that turn the direction of text around, stand as
 * escapes. What Weiban answers is other people's text.
 */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, escaped);
}

/** The same for text that has to stay on its line: a cell of a table. */
export function oneLine(text: string): string {
  return printable(text).replace(/[\t\n]/g, (char) => (char === '\n' ? '\\n' : ' '));
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
