import type { WeibanError } from '../base/errors.ts';
import type { Operation } from '../base/operation.ts';
import type { CallPlan } from './call-plan.ts';
import type { Outcome } from './outcome.ts';

// Codes that Node's and Bun's fetch give in the cause if no connection was made, so that nothing was sent.
const UNSENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

const FIRST_MS = 300;
const LONGEST_MS = 10_000;
const LONGEST_ASKED_MS = 60_000;

/**
 * Milliseconds to wait before a call is sent again after `retries` retries. Undefined if it must not be sent
 * again, because there was no failure, or because another request would not help, could do harm or would come
 * too late.
 */
export function waitBeforeRetry(
  { operation, retry, deadline }: CallPlan,
  { error, reply }: Outcome,
  retries: number,
  now: number,
): number | undefined {
  if (!error || retries >= retry || !isRepeatable(operation, error)) return undefined;
  const wait = backOff(retries, reply && askedWait(reply.headers, now));
  return now + wait < deadline ? wait : undefined;
}

/**
 * Milliseconds to wait: doubled with each retry up to a cap, then reduced by up to half at random, so that
 * many clients do not come back at the same moment. A longer wait that the server asks for counts up to a
 * minute.
 */
export function backOff(retries: number, asked = 0, random = Math.random): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** retries) * (1 - random() / 2);
  return asked > own ? Math.min(asked, LONGEST_ASKED_MS) : own;
}

/** The milliseconds that `Retry-After` asks for, as seconds or as a date; NaN if it asks for nothing. */
export function askedWait(headers: Headers, now: number): number {
  const asked = headers.get('retry-after') ?? '?';
  return Number(asked) >= 0 ? Number(asked) * 1000 : Date.parse(asked) - now;
}

function isRepeatable({ safety }: Operation, error: WeibanError): boolean {
  const { kind, cause } = error;
  // Only a transport error has a cause; its code says what went wrong.
  if (UNSENT.test(String(Object(cause).code))) return true;
  // A write may have been executed even if its answer was lost.
  if (safety === 'w') return false;
  // It would only be as large or as deep again.
  if (/^too-/.test(String(error.problem))) return false;
  return (
    // A transport error with a status is a redirect, which would come again.
    (kind === 'transport' && error.status === undefined) ||
    kind === 'timeout' ||
    Number(error.status) >= 500 ||
    /^(empty|html|truncated|content-type)$/.test(String(error.problem))
  );
}
