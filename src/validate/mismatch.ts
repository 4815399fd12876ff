import { isWeibanError, WeibanResponseError } from '../base/errors.ts';
import { describeReport } from './describe-report.ts';
import type { AnswerReport } from './report.ts';

/** The error for an answer that is not as specified; `report` says where, and holds no value of the answer. */
export type MismatchError = WeibanResponseError & {
  readonly problem: 'mismatch';
  readonly report: AnswerReport;
};

/** The error for a report; `hint` is a sentence on what to do. */
export function mismatchError(report: AnswerReport, hint: string, status?: number): MismatchError {
  const { operation } = report;
  const error = new WeibanResponseError(`${describeReport(report)}\n${hint}`, {
    operation,
    status,
    problem: 'mismatch',
  });
  // Sound: the problem has just been set. Not one of the core's details, so that the core does not know of reports.
  return Object.assign(error, { report }) as MismatchError;
}

/** Whether a caught value says that an answer is not as specified: from `validateAnswers('throw')` or `assertAnswer`. */
export function isMismatch(error: unknown): error is MismatchError {
  return isWeibanError(error) && error.problem === 'mismatch' && 'report' in error;
}
