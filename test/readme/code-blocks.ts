/** A fenced block in a Markdown text. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** The line number of the first line of the text, counted from 1. */
  readonly line: number;
  /** The number of the block among those of the same language, counted from 1. */
  readonly nth: number;
}

const FENCED = /^```(\w*)\n(.*?)^```$/gms;

/** The fenced blocks of a Markdown text, in order. */
export function readCodeBlocks(markdown: string): CodeBlock[] {
  const counts = new Map<string, number>();
  return Array.from(markdown.matchAll(FENCED), ({ index, 1: language = '', 2: text = '' }) => {
    const nth = (counts.get(language) ?? 0) + 1;
    counts.set(language, nth);
    return { language, text, line: markdown.slice(0, index).split('\n').length + 1, nth };
  });
}

/** The commands of a shell block, without comments; `a && b` counts as two. */
export function commandsOf({ text }: CodeBlock): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .flatMap((line) => line.split(' && '))
    .filter((command) => command !== '');
}
