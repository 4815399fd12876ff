import { checkAnswer } from './check-answer.ts';
import { reportOf } from './examine.ts';
import type { OperationId } from './load-validator.ts';
import { mismatchError } from './mismatch.ts';
import type { AnswerReport } from './report.ts';

/** Options of {@link assertAnswer}. */
export interface AssertOptions {
  /** Whether an undocumented field or a new value fails too. Default: false. */
  readonly strict?: boolean | undefined;
  /** Known departures to ignore, by their `at`, such as `/total`. */
  readonly except?: readonly string[] | undefined;
}

const HINT =
  'Has the API changed, or is the specification wrong? The option except ignores known departures.';

/**
 * {@link checkAnswer} for tests. Rejects with {@link MismatchError}, whose message names every place, if the
 * answer does not match the specification. Otherwise resolves to the report of the remaining departures, all
 * of severity `info`.
 */
export async function assertAnswer(
  operation: OperationId | (string & {}),
  answer: string | object,
  { strict = false, except = [] }: AssertOptions = {},
): Promise<AnswerReport> {
  const { isSuccess, departures } = await checkAnswer(operation, answer);
  const remaining = departures.filter(({ at }) => !except.includes(at));
  const report = reportOf(operation, isSuccess, remaining);
  if (report.isValid && !(strict && remaining.length > 0)) return report;
  throw mismatchError(report, HINT);
}
