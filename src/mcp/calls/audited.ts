import { findOperation, type OperationName } from '../../catalogue/index.ts';
import type { ToolAnswer, ToolContext } from '../tool.ts';
import { errorAnswer } from './errors.ts';
import { auditedNames, type CallTool, requestedOperation } from './requested.ts';

/** The outcome of a line that precedes a write. */
export const SENDING = 'sending';

/** What a call is about to do, and what came of it. */
export interface Progress {
  /** Writes a line of the audit log before the call is sent. Throws if it cannot be written: nothing is sent then. */
  readonly sending: () => void;
  /** Says what came of the call, for the audit log. Default: `ok`. */
  readonly ended: (outcome: string) => void;
}

/** Finds the operation, runs a call of it, answers its errors, and writes what came of it into the audit log. */
export async function audited(
  context: ToolContext,
  tool: CallTool,
  input: Readonly<Record<string, unknown>>,
  work: (operation: OperationName, progress: Progress) => Promise<Readonly<Record<string, unknown>>>,
): Promise<ToolAnswer> {
  const found = findOperation(String(input.operation));
  const line = {
    tool,
    ...(found && { operation: found.id }),
    arguments: auditedNames(found, input.arguments),
  };
  const state = { outcome: 'ok', wasSent: false };
  try {
    const value = await work(requestedOperation(found, input.operation, tool), {
      sending() {
        context.audit({ ...line, outcome: SENDING });
        state.wasSent = true;
      },
      ended(outcome) {
        state.outcome = outcome;
      },
    });
    return { value };
  } catch (error) {
    state.outcome = 'fault';
    const answer = errorAnswer(context, error, state.wasSent, input.arguments);
    state.outcome = `error ${Object(answer.value.error).name}`;
    return answer;
  } finally {
    context.audit({ ...line, outcome: state.outcome });
  }
}
