import type { OperationName } from '../../catalogue/index.ts';
import { graveEffectOf, operationAt } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { askOnce } from '../prompt.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Asks for confirmation before a call that must not be sent twice, that deletes, or that sends something to people. Returns
 * false if the answer is no.
 *
 * @throws UsageError if there is no terminal to ask on and `--yes` was not given.
 */
export async function confirmWrite(
  context: Context,
  operation: OperationName,
  flags: Flags,
): Promise<boolean> {
  const object = operationAt(operation.path, operation.method, context.language);
  const { 'x-safety': safety, summary = operation.id } = object;
  const effect = graveEffectOf(object);
  if (flags.yes || (safety !== 'write' && effect === undefined)) return true;
  const kind = effect ?? 'change';
  const { stdin, stderr, say } = context;
  const { name } = operation;
  // Standard input may contain the arguments.
  if (!stdin.isTTY || !stderr.isTTY || flags.data === '-') throw new UsageError(`needsYes_${kind}`, { name });
  const answer = await askOnce(context, say(`confirm_${kind}`, { name, summary }));
  if (/^\s*(y|yes|是)\s*$/i.test(answer ?? '')) return true;
  stderr.write(`${say('notConfirmed')}\n`);
  return false;
}
