/** A word; what stands between backticks is one word, spaces and all. */
const WORD = /(?:`[^`\n]*`|\S)+/g;

/** What cannot start a line: there, it would be a tag of JSDoc or a list, a heading, a quote or a table of Markdown. */
const TIED = /^(?:[-+*#>|=~:@]|\d+[.)])/;

/**
 * Breaks a line of prose between words, so that no line is longer than `width` columns unless one word is. Each line
 * keeps the indentation of the given one, and the lines joined by spaces are the same text for Markdown and for JSDoc.
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

/** The words of a line, each with the words behind it that cannot start a line. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(WORD)) {
    if (words.length > 0 && TIED.test(word)) words.push(`${words.pop()} ${word}`);
    else words.push(word);
  }
  return words;
}
