import { printable } from '../base/printable.ts';
import type { Context } from './context.ts';
import { jsonLine } from './output/json.ts';

/**
 * Writes a note on standard error: a line of text, or with `--json-errors` a line of JSON.
 * @param facts what the note says, for programs.
 */
export function tell(
  { stderr, hasJsonErrors }: Pick<Context, 'stderr' | 'hasJsonErrors'>,
  note: string,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  stderr.write(hasJsonErrors ? jsonLine({ note, ...facts }) : `weiban: ${printable(note)}\n`);
}
