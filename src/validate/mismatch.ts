import { isWeibanError, WeibanResponseError } from '../base/errors.ts';
import { describeReport } from './describe-report.ts';
import type { AnswerReport } from './report.ts';

/**
 * The error for an answer that does not match the specification. `report` says where, and contains no value
 * of the answer.
 */
export type MismatchError = WeibanResponseError & {
  readonly problem: 'mismatch';
  readonly report: AnswerReport;
};

/** Creates the error for a report. `hint` is a sentence that says what to do. */
export function mismatchError(report: AnswerReport, hint: string, status?: number): MismatchError {
  const { operation } = report;
  const error = new WeibanResponseError(`${describeReport(report)}\n${hint}`, {
    operation,
    status,
    problem: 'mismatch',
  });
  // `problem` was set above. The constructor does not take `report`, because the core must not know about reports.
  return Object.assign(error, { report }) as MismatchError;
}

/** Whether a caught value is a mismatch with the specification, from `validateAnswers('throw')` or `assertAnswer`. */
export function isMismatch(error: unknown): error is MismatchError {
  return isWeibanError(error) && error.problem === 'mismatch' && 'report' in error;
}
