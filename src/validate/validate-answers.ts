import { WeibanConfigError } from '../base/errors.ts';
import type { AnswerObserver, ObservedAnswer } from '../base/observer.ts';
import { examine } from './examine.ts';
import { isOperationId, loadValidator } from './load-validator.ts';
import { mismatchError } from './mismatch.ts';
import type { AnswerReport } from './report.ts';
import { warnOfFault, warnOnce } from './warn.ts';

/**
 * What happens with an answer that departs from the specification. `report`: the departures are reported, and
 * the call continues. `throw`: the call rejects if the answer contradicts its type; new fields and values are
 * only reported.
 */
export type ValidateMode = 'off' | 'report' | 'throw';

/** Options of {@link validateAnswers}. */
export interface ValidateOptions {
  /**
   * Called for each answer that departs from the specification, before the caller gets it. Default: writes a
   * line to `console.warn` for each departure, once per process. An error that it throws does not affect the
   * call; it becomes an uncaught error of the program.
   */
  readonly onReport?: ((report: AnswerReport) => void) | undefined;
}

const THROWN =
  'Weiban reported success and may have executed the call. Compare the answer with the specification, or validate with "report".';

/**
 * Creates an observer that compares every successful answer of a client with the specification, including the
 * envelope. It ignores calls by a path that the specification does not know. `'off'` returns no observer, so
 * that a setting can be passed on directly.
 *
 * The observer rejects with {@link MismatchError} in the mode `throw`.
 *
 * @example createWeiban({ validate: validateAnswers('report') })
 * @throws WeibanConfigError if the mode is unknown.
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
        // A comparison that fails must not cost the caller the answer.
        await reportOn(answer, onReport).catch(warnOfFault);
      };
}

async function reportOn(
  { operation, isSuccess, text }: ObservedAnswer,
  onReport: (report: AnswerReport) => void,
): Promise<AnswerReport | undefined> {
  if (!isSuccess || !isOperationId(operation)) return undefined;
  const report = examine(operation, await loadValidator(operation), text);
  if (report.departures.length > 0) notify(onReport, report);
  return report;
}

function notify(onReport: (report: AnswerReport) => void, report: AnswerReport): void {
  try {
    onReport(report);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
