import { type ErrorName, globalErrors } from '../../generated/error-codes.ts';
import type { Reading } from './envelope.ts';
import { WeibanApiError, WeibanResponseError } from './errors.ts';
import type { Reply } from './exchange.ts';
import type { Operation } from './operation.ts';
import type { Redactor } from './redact.ts';

/** What the client does about an error that any endpoint can answer. */
export type GlobalRemedy = (typeof globalErrors)[keyof typeof globalErrors][1];

// Sound: the keys of a generated constant are its own names and no others.
const globals = Object.entries(globalErrors) as [
  keyof typeof globalErrors,
  readonly [number, GlobalRemedy],
][];

/** What the client does about a code: refresh the token, wait, stop; `undefined` where it is not a global one. */
export function remedyFor(code: number | undefined): GlobalRemedy | undefined {
  return globals.find(([, [each]]) => each === code)?.[1][1];
}

/** The error for an answer that is not a success, with everything of the vendor's in it redacted. */
export function toError(
  operation: Operation,
  { status, text }: Reply,
  reading: Exclude<Reading, { kind: 'success' }>,
  redactor: Redactor,
): WeibanApiError | WeibanResponseError {
  const { id } = operation;
  if (reading.kind === 'unreadable') {
    const { problem } = reading;
    return new WeibanResponseError(
      `${id} got HTTP ${status} that is no Weiban answer (${problem}); check baseUrl: "${redactor.excerpt(text)}"`,
      { operation: id, status, problem },
    );
  }
  const { code, message } = reading;
  const names = namesOf(operation, code);
  const vendorMessage = message && redactor.excerpt(message, 500);
  const advice = names.length > 0 ? `${names.join(' or ')}; describeError says what to do` : 'undocumented';
  return new WeibanApiError(`${id} failed with ${code} (${advice}): ${vendorMessage}`, {
    operation: id,
    code,
    names,
    vendorMessage,
    status,
  });
}

/** The documented names of a code. The operation's own come first: on one endpoint a number can mean something of its own. */
export function namesOf(operation: Operation, code: number | undefined): ErrorName[] {
  const own = operation.errors.filter(([each]) => each === code).map(([, name]) => name);
  return own.length > 0 ? own : globals.filter(([, [each]]) => each === code).map(([name]) => name);
}
