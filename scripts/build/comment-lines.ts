import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A doc comment at the end of a line of code, of the member on the next line. */
const STRAY = /^(\s*)(.*[;{,]) (\/\*\*[^\n]*?\*\/)$/gm;

/**
 * Moves doc comments in declarations to their own lines. The bundler writes some after the member before, where no
 * editor shows them.
 */
export function withCommentLines(declarations: string): string {
  return declarations.replace(STRAY, '$1$2\n$1$3');
}

/** Applies {@link withCommentLines} to every declaration file of the built package. */
export function keepComments(out: string): void {
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!/\.d\.c?ts$/.test(name)) continue;
    const file = join(out, name);
    writeFileSync(file, withCommentLines(readFileSync(file, 'utf8')));
  }
}
