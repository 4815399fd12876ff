import { WeibanConfigError } from '../base/errors.ts';
import type { AnswerObserver, ObservedAnswer } from '../base/observer.ts';
import { examine } from './examine.ts';
import { isOperationId, loadValidator } from './load-validator.ts';
import { mismatchError } from './mismatch.ts';
import type { AnswerReport } from './report.ts';
import { warnOfFault, warnOnce } from './warn.ts';

/**
 * What is done about an answer that departs from the specification. `report`: it is told, and the call goes on. `throw`:
 * the call rejects where the answer is not what its type says; a field or value that is merely new is told, as in `report`.
 */
export type ValidateMode = 'off' | 'report' | 'throw';

/** What {@link validateAnswers} takes. */
export interface ValidateOptions {
  /**
   * Told of each answer that departs from the specification, before the caller gets it; a line of `console.warn` for
   * each departure, once in a process, when left out. What it throws does not touch the call; it is thrown where the
   * program's uncaught errors go.
   */
  readonly onReport?: ((report: AnswerReport) => void) | undefined;
}

const THROWN =
  'Weiban took the call for a success and may have acted on it. Compare the answer with the specification, or validate with "report".';

/**
 * Holds every successful answer of a client against the specification, envelope included. Calls by a path that the
 * specification does not know are passed by. `'off'` gives no observer, so that a setting can be handed on as it is.
 *
 * The observer rejects with {@link MismatchError} in the mode `throw`.
 *
 * @example createWeiban({ validate: validateAnswers('report') })
 * @throws WeibanConfigError when the mode is none.
 */
export function validateAnswers(
  mode: ValidateMode,
  { onReport = warnOnce }: ValidateOptions = {},
): AnswerObserver | undefined {
  if (mode === 'off') return undefined;
  if (mode !== 'report' && mode !== 'throw') {
    throw new WeibanConfigError('validateAnswers takes "off", "report" or "throw".');
  }
  return mode === 'throw'
    ? async (answer) => {
        const report = await reportOn(answer, onReport);
        if (report && !report.isValid) throw mismatchError(report, THROWN, answer.status);
      }
    : async (answer) => {
        // To hold an answer against the specification must not cost a caller the answer.
        await reportOn(answer, onReport).catch(warnOfFault);
      };
}

async function reportOn(
  { operation, isSuccess, text }: ObservedAnswer,
  onReport: (report: AnswerReport) => void,
): Promise<AnswerReport | undefined> {
  if (!isSuccess || !isOperationId(operation)) return undefined;
  const report = examine(operation, await loadValidator(operation), text);
  if (report.departures.length > 0) tell(onReport, report);
  return report;
}

function tell(onReport: (report: AnswerReport) => void, report: AnswerReport): void {
  try {
    onReport(report);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
