import { wrapLine } from './wrap-text.ts';

const ONE_LINE = /^(\s*)\/\*\* (.*) \*\/$/;
const FIRST = /^\s*\/\*\*/;
const LAST = /\*\/$/;
const INSIDE = /^(\s*\* )(.*)$/;

/**
 * Wraps the documentation comments of a TypeScript source that is formatted already; formatters leave comments as they
 * are. An example is data and stays on its lines.
 * @param width the columns that a line may have.
 */
export function wrapComments(source: string, width: number): string {
  const wrapped: string[] = [];
  let isInside = false;
  let isExample = false;
  for (const line of source.split('\n')) {
    if (!isInside && FIRST.test(line)) {
      wrapped.push(...openComment(line, width));
      isInside = !LAST.test(line);
      isExample = false;
    } else if (isInside) {
      const [, prefix = '', text = ''] = INSIDE.exec(line) ?? [];
      if (text.startsWith('@')) isExample = text.startsWith('@example');
      wrapped.push(...(isExample || prefix === '' ? [line] : wrapInside(prefix, text, width)));
      isInside = !LAST.test(line);
    } else {
      wrapped.push(line);
    }
  }
  return wrapped.join('\n');
}

/** The first line of a comment; one that holds the whole comment and is too long becomes a block. */
function openComment(line: string, width: number): string[] {
  const [, indent = '', text = ''] = ONE_LINE.exec(line) ?? [];
  if (line.length <= width || text === '' || text.startsWith('@example')) return [line];
  return [`${indent}/**`, ...wrapInside(`${indent} * `, text, width), `${indent} */`];
}

function wrapInside(prefix: string, text: string, width: number): string[] {
  return wrapLine(text, width - prefix.length).map((line) => prefix + line);
}
