/** A fenced block of a Markdown text. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** The line of the text's first line, counted from 1. */
  readonly line: number;
  /** Counts the blocks of the same language, from 1. */
  readonly nth: number;
}

const FENCED = /^```(\w*)\n(.*?)^```$/gms;

/** The fenced blocks of a Markdown text, in their order. */
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
