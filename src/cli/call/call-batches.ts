import type { Caller } from '../../../generated/client.ts';
import { parseBatchRules } from '../../base/operation-row.ts';
import type { OperationName } from '../../catalogue/index.ts';
import { allOf, batchesOf } from '../../client/index.ts';
import type { Context, Flags } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { formatOf } from '../output/format.ts';
import { jsonLine } from '../output/json.ts';
import { printRows } from '../output/print-rows.ts';
import { tell } from '../tell.ts';
import { fieldsOf } from './print-answer.ts';

/**
 * Sends a list that is too long for one call in several calls: of a read prints the rows of all answers, of a write each
 * answer as it arrives, so that what was done is known when a later call fails. Rejects with the client's errors.
 */
export async function callBatches(
  context: Context,
  caller: Caller,
  operation: OperationName,
  args: object,
  flags: Flags,
): Promise<number> {
  const { signal, stdout, say } = context;
  const { row } = operation;
  const [rule] = parseBatchRules(row);
  if (rule && rule.items !== '') {
    const names = fieldsOf(operation, flags, rule.items);
    printRows(context, await allOf(caller, row, args, { signal }), names, formatOf(context, flags));
    return exitCode('ok');
  }
  const names = fieldsOf(operation, flags);
  for await (const batch of batchesOf(caller, row, args, { signal })) {
    const { from, to } = batch;
    if (!batch.ok) {
      const facts = { from: from + 1, to, done: from };
      tell(context, say('batchFailed', facts), facts);
      throw batch.error;
    }
    if (names) printRows(context, [batch.value], names, 'jsonl');
    else stdout.write(jsonLine({ from: from + 1, to, answer: batch.value }));
  }
  return exitCode('ok');
}
