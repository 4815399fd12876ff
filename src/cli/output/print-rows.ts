import { withFields } from '../../catalogue/index.ts';
import { type Context, type Flags, textOf } from '../context.ts';
import { UsageError } from '../usage-error.ts';
import type { Format } from './format.ts';
import { jsonLine, jsonText } from './json.ts';
import { rowsTable } from './value-table.ts';

/** Prints rows in a format; with names, only these fields of each. */
export function printRows(
  { stdout, say }: Pick<Context, 'stdout' | 'say'>,
  rows: readonly unknown[],
  names: readonly string[] | undefined,
  format: Format,
): void {
  const chosen = names ? rows.map((row) => withFields(row, names)) : rows;
  if (format === 'json') stdout.write(jsonText(chosen));
  else if (format === 'jsonl') stdout.write(chosen.map(jsonLine).join(''));
  else {
    const hidden = (columns: readonly string[]) =>
      say('hiddenColumns', { count: columns.length, names: columns.join(', ') });
    stdout.write(rowsTable(chosen, stdout.columns, { columns: names, hidden }));
  }
}

/** The most rows by `--max`; infinite if it was not given. @throws UsageError if it is no positive whole number. */
export function maxOf(flags: Flags): number {
  const max = textOf(flags, 'max');
  if (max === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d*$/.test(max)) return Number(max);
  throw new UsageError('badValue', { flag: '--max', given: max, type: 'integer' });
}
