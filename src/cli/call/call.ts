import { tokenOperation } from '../../../generated/profile.ts';
import { isPaged, parseBatchRules, parseOperation, parsePaging } from '../../base/operation-row.ts';
import { type OperationName, parametersOf } from '../../catalogue/index.ts';
import type { Context, Flags, Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { maxOf } from '../output/print-rows.ts';
import { requireOperation } from '../require-operation.ts';
import { UsageError } from '../usage-error.ts';
import { confirmWrite } from './confirm-write.ts';
import { readOperationWords } from './operation-command.ts';
import { readArguments } from './read-arguments.ts';

/** `weiban call`: calls an operation with arguments from flags, JSON or standard input. Prints JSON or a table. */
export const call: Run = async (context, { words: [name = '', ...argumentWords], flags: before }) => {
  const operation = requireOperation(name);
  // Its answer is the token, which is a secret. `weiban token` shows it only on request.
  if (operation.id === tokenOperation) throw new UsageError('callToken');
  const parameters = parametersOf(operation, context.language);
  const given = readOperationWords(context, operation, parameters, argumentWords);
  if (!given) return exitCode('ok');
  const flags = { ...before, ...given.flags };
  checkFlags(operation, flags);
  // A misspelt field is told before anything is sent.
  if (flags.fields !== undefined)
    (await import('./print-answer.ts')).fieldsOf(operation, flags, itemsOf(operation, flags));
  const args = await readArguments(context, { operation, parameters, flags, words: given.words });
  if (flags.dryRun) {
    const { printRequest } = await import('./dry-run.ts');
    return printRequest(context, operation, args, flags);
  }
  if (!(await confirmWrite(context, operation, flags))) return exitCode('interrupted');
  return send(context, operation, args, flags);
};

async function send(context: Context, operation: OperationName, args: object, flags: Flags): Promise<number> {
  // Load the client only when there is something to send.
  const [{ connect }, { callOnce }] = await Promise.all([import('../connect.ts'), import('./call-once.ts')]);
  const caller = await connect(context, flags, parseOperation(operation.row).security);
  if (!flags.all) return callOnce(context, caller, operation, args, flags);
  if (!isPaged(operation.row)) {
    const { callBatches } = await import('./call-batches.ts');
    return callBatches(context, caller, operation, args, flags);
  }
  const { callAll } = await import('./call-all.ts');
  return callAll(context, caller, operation, args, flags);
}

/** Where the rows of the answer are: of a list, or of a call whose argument is split. */
function itemsOf({ row }: OperationName, flags: Flags): string | undefined {
  if (isPaged(row)) return parsePaging(row).items;
  return flags.all ? parseBatchRules(row)[0]?.items : undefined;
}

function checkFlags({ row, name }: OperationName, flags: Flags): void {
  const hasMax = Number.isFinite(maxOf(flags));
  const isSplit = parseBatchRules(row).length > 0;
  if (flags.all && !isPaged(row) && (!isSplit || hasMax)) throw new UsageError('notAList', { name });
  if (hasMax && !flags.all) throw new UsageError('maxNeedsAll');
}
