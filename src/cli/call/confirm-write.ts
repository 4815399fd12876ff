import type { OperationName } from '../../catalogue/index.ts';
import { operationAt } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { askOnce } from '../prompt.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Asks for confirmation before a call that changes data and must not be sent twice. Returns false if the answer is no.
 *
 * @throws UsageError if there is no terminal to ask on and `--yes` was not given.
 */
export async function confirmWrite(
  context: Context,
  operation: OperationName,
  flags: Flags,
): Promise<boolean> {
  const { 'x-safety': safety, summary = operation.id } = operationAt(
    operation.path,
    operation.method,
    context.language,
  );
  if (safety !== 'write' || flags.yes) return true;
  const { stdin, stderr, say } = context;
  const { name } = operation;
  // Standard input may contain the arguments.
  if (!stdin.isTTY || !stderr.isTTY || flags.data === '-') throw new UsageError('needsYes', { name });
  const answer = await askOnce(context, say('confirmWrite', { name, summary }));
  if (/^\s*(y|yes|是)\s*$/i.test(answer ?? '')) return true;
  stderr.write(`${say('notConfirmed')}\n`);
  return false;
}
