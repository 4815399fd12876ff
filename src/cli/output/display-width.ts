const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Script=Han}|\p{Emoji_Presentation}/u;
const NARROW = /\p{Mark}|\u200d|\ufe0f/u;

/** The width of a text in terminal columns: two for a Chinese character, none for a combining character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}

/** The text, cut with an ellipsis or padded to a number of columns. */
export function fitted(text: string, columns: number): string {
  const width = displayWidth(text);
  if (width <= columns) return text + ' '.repeat(columns - width);
  let kept = '';
  let used = 0;
  for (const char of text) {
    if (used + columnsOf(char) > columns - 1) break;
    kept += char;
    used += columnsOf(char);
  }
  return `${kept}…${' '.repeat(columns - 1 - used)}`;
}

function columnsOf(char: string): number {
  return NARROW.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}

/** The text on lines of at most so many columns, broken between words, or anywhere in Chinese text and in long words. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[^\s\u2e80-\uffef]+\s*|\s+|./gsu) ?? []) {
    if (displayWidth(line + word.trimEnd()) > columns && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    for (const char of word) {
      if (displayWidth(line + char) > columns && char.trim() !== '') {
        lines.push(line.trimEnd());
        line = '';
      }
      line += char;
    }
  }
  return [...lines, line.trimEnd()].filter((part, at) => part !== '' || at === 0);
}
