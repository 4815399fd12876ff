import type { Caller } from '../../../generated/client.ts';
import { parsePaging } from '../../base/operation-row.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { pagesOf, valueAt } from '../../client/index.ts';
import type { Context, Flags } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { formatOf } from '../output/format.ts';
import { maxOf, printRows } from '../output/print-rows.ts';
import { fieldsOf } from './print-answer.ts';
import { createProgress } from './progress.ts';

/**
 * Walks the pages of a list and prints its rows, at most `--max` of them: JSON lines as they arrive, a JSON list or a
 * table when all rows are there, so that a failed walk prints no incomplete one. Rejects with the client's errors.
 */
export async function callAll(
  context: Context,
  caller: Caller,
  operation: OperationName,
  args: object,
  flags: Flags,
): Promise<number> {
  const { signal, stdout } = context;
  const { row } = operation;
  const format = formatOf(context, flags);
  const most = maxOf(flags);
  const { items, total } = parsePaging(row);
  const names = fieldsOf(operation, flags, items);
  // Lines that are printed while the bar is visible would break it.
  const progress = createProgress(context, format === 'jsonl' && stdout.isTTY === true);
  const all: unknown[] = [];
  let count = 0;
  try {
    for await (const page of pagesOf(caller, row, args, { signal })) {
      const found = valueAt(page, items);
      const rows = Array.isArray(found) ? found.slice(0, most - count) : [];
      count += rows.length;
      if (format === 'jsonl') printRows(context, rows, names, format);
      else all.push(...rows);
      progress.show(count, Math.min(Number(valueAt(page, total) ?? Number.NaN), most));
      if (count >= most) break;
    }
  } finally {
    progress.clear();
  }
  if (format !== 'jsonl') printRows(context, all, names, format);
  return exitCode('ok');
}
