/** A word. Text between backticks is one word, including its spaces. */
const WORD = /(?:`[^`\n]*`|\S)+/g;

/** Words that cannot start a line: there they would be a JSDoc tag, or a Markdown list, heading, quote or table. */
const TIED = /^(?:[-+*#>|=~:@]|\d+[.)])/;

/**
 * Breaks a line of prose between words, so that no line is longer than `width` columns unless a single word is. Each
 * line keeps the indentation of the given line. Joined by spaces, the lines are the same text for Markdown and JSDoc.
 */
export function wrapLine(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of wordsOf(line)) {
    const extended = current === '' ? indent + word : `${current} ${word}`;
    if (extended.length <= width || current === '') {
      current = extended;
    } else {
      lines.push(current);
      current = indent + word;
    }
  }
  return [...lines, current];
}

/** The words of a line, each joined with the following words that cannot start a line. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(WORD)) {
    if (words.length > 0 && TIED.test(word)) words.push(`${words.pop()} ${word}`);
    else words.push(word);
  }
  return words;
}
