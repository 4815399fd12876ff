import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Moves doc comments in declarations to their own lines. The bundler writes some after the member before, where no
 * editor shows them.
 */
export function withCommentLines(declarations: string): string {
  return declarations.split('\n').map(onLinesOfTheirOwn).join('\n');
}

/** A line of code and the doc comment at its end, which belongs to the member on the next line. */
function onLinesOfTheirOwn(line: string): string {
  const at = line.lastIndexOf(' /**');
  const code = line.slice(0, at);
  if (at < 0 || !line.endsWith('*/') || !/[;{,]$/.test(code)) return line;
  const indent = line.slice(0, line.length - line.trimStart().length);
  return `${code}\n${indent}${line.slice(at + 1)}`;
}

/** Applies {@link withCommentLines} to every declaration file of the built package. */
export function keepComments(out: string): void {
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!/\.d\.c?ts$/.test(name)) continue;
    const file = join(out, name);
    writeFileSync(file, withCommentLines(readFileSync(file, 'utf8')));
  }
}
