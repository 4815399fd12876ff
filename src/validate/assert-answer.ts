import { checkAnswer } from './check-answer.ts';
import { reportOf } from './examine.ts';
import type { OperationId } from './load-validator.ts';
import { mismatchError } from './mismatch.ts';
import type { AnswerReport } from './report.ts';

/** What {@link assertAnswer} takes. */
export interface AssertOptions {
  /** Whether an undocumented field or a new value fails too; not when left out. */
  readonly strict?: boolean | undefined;
  /** Departures that are known and let pass, by their `at`: such as `/total`. */
  readonly except?: readonly string[] | undefined;
}

const HINT =
  'Has the API changed, or is the specification wrong? What is known can be let pass with the option except.';

/**
 * {@link checkAnswer} for a test: rejects with {@link MismatchError}, whose message names every place, where the answer is
 * not as specified. Resolves to the report of what remains, which is of severity `info`.
 */
export async function assertAnswer(
  operation: OperationId | (string & {}),
  answer: string | object,
  { strict = false, except = [] }: AssertOptions = {},
): Promise<AnswerReport> {
  const { isSuccess, departures } = await checkAnswer(operation, answer);
  const left = departures.filter(({ at }) => !except.includes(at));
  const report = reportOf(operation, isSuccess, left);
  if (report.isValid && !(strict && left.length > 0)) return report;
  throw mismatchError(report, HINT);
}
