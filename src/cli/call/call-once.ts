import type { Caller } from '../../../generated/client.ts';
import type { OperationName } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { printAnswer } from './print-answer.ts';

/** Sends one call and prints its answer. Rejects with the client's errors. */
export async function callOnce(
  context: Context,
  caller: Caller,
  operation: OperationName,
  args: object,
  flags: Flags,
): Promise<number> {
  const answer: object = await caller['~call'](operation.row, args, { signal: context.signal });
  printAnswer(context, operation, answer, flags);
  return exitCode('ok');
}
