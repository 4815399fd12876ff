import { tokenOperation, usesStatus } from '../../generated/profile.ts';
import { namesOf, remedyFor } from '../base/documented-codes.ts';
import type { Reading } from '../base/envelope.ts';
import { WeibanApiError, WeibanResponseError } from '../base/errors.ts';
import type { Reply } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';
import type { Redactor } from '../base/redact.ts';

/** Creates the error for an answer that is not a success. All text of the vendor in it is redacted. */
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
      `${id} got HTTP ${status} but no Weiban answer (${problem}); check baseUrl: "${redactor.excerpt(text)}"`,
      { operation: id, status, problem },
    );
  }
  const { code, message } = reading;
  const names = namesOf(operation, code);
  const vendorMessage = message && redactor.excerpt(message, 500);
  const known = names.join(' or ') || 'undocumented for this call';
  // A refusal of the token's own call concerns the credentials, unless a limit is exceeded.
  const isRejected = id === tokenOperation && remedyFor(code) !== 'wait';
  const advice = isRejected ? 'check corpId and secret' : 'describeError says what is known about it';
  return new WeibanApiError(
    `${id} failed with ${usesStatus && code === status ? `HTTP ${code}` : code} (${known}; ${advice}): ${vendorMessage}`,
    {
      operation: id,
      code,
      names,
      vendorMessage,
      status,
    },
  );
}
