import { envelopes, operations } from '../../generated/operations.ts';
import { namesOf } from '../base/documented-codes.ts';
import { readAnswer } from '../base/envelope.ts';
import { WeibanConfigError, WeibanResponseError } from '../base/errors.ts';
import { parseExact, stringifyExact } from '../base/exact-json.ts';
import type { Operation } from '../base/operation.ts';
import { parseOperation } from '../base/operation-row.ts';
import { examine, reportOf } from './examine.ts';
import { isOperationId, loadValidator, type OperationId } from './load-validator.ts';
import type { AnswerReport, Departure } from './report.ts';

/**
 * Compares one answer with the specification, outside a client: a recorded answer in a test, or a live answer
 * in a nightly job. Checks only the code of a failure.
 *
 * @param operation the operationId: the path in camel case.
 * @param answer the complete answer, including the envelope: its text, or the parsed text. Text is better,
 *   because parsing rounds integers beyond 2^53.
 *
 * Rejects with WeibanConfigError if there is no such operation, and with WeibanResponseError if the answer is
 * not from Weiban, such as text that is not JSON.
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
  const reading = readAnswer(known, { status: 200, headers: new Headers(), text });
  if (reading.kind === 'unreadable') {
    const { problem } = reading;
    throw new WeibanResponseError(
      `The answer given for ${operation} is not from Weiban (${problem}); pass the complete body, including the envelope.`,
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
  // Validators and rows are generated from the same operations, so the row exists.
  return found as Operation;
}

function newCode(code: number | undefined, text: string): Departure {
  // readAnswer has read a failure from this text, so it is an object.
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
