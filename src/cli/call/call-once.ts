import type { Caller } from '../../../generated/client.ts';
import { isPaged, parsePaging } from '../../base/operation-row.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { valueAt } from '../../client/index.ts';
import type { Context, Flags } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { jsonLine, jsonText } from '../output/json.ts';
import { fieldsTable, rowsTable } from '../output/value-table.ts';
import { formatOf } from './format.ts';

/** Sends one call and prints its answer. Rejects with the client's errors. */
export async function callOnce(
  context: Context,
  caller: Caller,
  { row }: OperationName,
  args: object,
  flags: Flags,
): Promise<number> {
  const { signal, stdout } = context;
  const answer: object = await caller['~call'](row, args, { signal });
  const rows = isPaged(row) ? valueAt(answer, parsePaging(row).items) : undefined;
  const format = formatOf(context, flags);
  if (format === 'json') stdout.write(jsonText(answer));
  else if (format === 'jsonl')
    stdout.write(Array.isArray(rows) ? rows.map(jsonLine).join('') : jsonLine(answer));
  else if (Array.isArray(rows)) stdout.write(rowsTable(rows, stdout.columns));
  else stdout.write(fieldsTable(answer, stdout.columns));
  return exitCode('ok');
}
