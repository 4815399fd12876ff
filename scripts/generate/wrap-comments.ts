import { wrapLine } from './wrap-text.ts';

const ONE_LINE = /^(\s*)\/\*\* (.*) \*\/$/;
const FIRST = /^\s*\/\*\*/;
const LAST = /\*\/$/;
const INSIDE = /^(\s*\* )(.*)$/;

/**
 * Wraps the doc comments of a formatted TypeScript source, because formatters leave comments alone. An example is data
 * and keeps its lines.
 * @param width the maximum width of a line, in columns.
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

/** The first line of a comment. If it holds the complete comment and is too long, it becomes a block. */
function openComment(line: string, width: number): string[] {
  const [, indent = '', text = ''] = ONE_LINE.exec(line) ?? [];
  if (line.length <= width || text === '' || text.startsWith('@example')) return [line];
  return [`${indent}/**`, ...wrapInside(`${indent} * `, text, width), `${indent} */`];
}

function wrapInside(prefix: string, text: string, width: number): string[] {
  return wrapLine(text, width - prefix.length).map((line) => prefix + line);
}
