import { envelopes, operations } from '../../generated/operations.ts';
import { namesOf } from '../base/documented-codes.ts';
import { readEnvelope } from '../base/envelope.ts';
import { WeibanConfigError, WeibanResponseError } from '../base/errors.ts';
import { parseExact, stringifyExact } from '../base/exact-json.ts';
import type { Operation } from '../base/operation.ts';
import { parseOperation } from '../base/operation-row.ts';
import { examine, reportOf } from './examine.ts';
import { isOperationId, loadValidator, type OperationId } from './load-validator.ts';
import type { AnswerReport, Departure } from './report.ts';

/**
 * Holds one answer against the specification, outside a client: a recorded one in a test, a live one in a nightly job.
 * Of a failure only the code is looked at.
 *
 * @param operation the operationId: the path in camel case.
 * @param answer the whole answer, envelope included: its text, or what was parsed from it. Text is better, for parsing has
 *   rounded whole numbers beyond 2^53.
 *
 * Rejects with WeibanConfigError where there is no such operation, and with WeibanResponseError where the answer is none of
 * Weiban's, such as text that is no JSON.
 */
export async function checkAnswer(
  operation: OperationId | (string & {}),
  answer: string | object,
): Promise<AnswerReport> {
  if (!isOperationId(operation)) {
    throw new WeibanConfigError(
      `There is no operation ${JSON.stringify(operation)}; its name is the path in camel case, opportunityOne for opportunity/one.`,
    );
  }
  const text = typeof answer === 'string' ? answer : stringifyExact(answer);
  const known = operationOf(operation);
  const reading = readEnvelope(known.envelope, { status: 200, headers: new Headers(), text });
  if (reading.kind === 'unreadable') {
    const { problem } = reading;
    throw new WeibanResponseError(
      `What was given as an answer of ${operation} is none of Weiban's (${problem}); give the whole body, envelope included.`,
      { operation, problem },
    );
  }
  if (reading.kind === 'success') return examine(operation, await loadValidator(operation), text);
  const isDocumented = reading.code === undefined || namesOf(known, reading.code).length > 0;
  return reportOf(operation, false, isDocumented ? [] : [newCode(reading.code, text)]);
}

function operationOf(id: OperationId): Operation {
  let found: Operation | undefined;
  for (const row of operations) {
    found = parseOperation(row);
    if (found.id === id) break;
  }
  // Sound: validators and rows are generated from the same operations.
  return found as Operation;
}

function newCode(code: number | undefined, text: string): Departure {
  // Sound: a failure has been read from the text, which therefore holds an object.
  const body = parseExact(text).value as object;
  const field = Object.values(envelopes).find(([name]) => Object.hasOwn(body, name))?.[0];
  return {
    kind: 'new-value',
    severity: 'info',
    at: `/${field}`,
    expected: 'other codes',
    got: String(code),
    count: 1,
    of: 1,
  };
}
