import type { WeibanError } from '../base/errors.ts';
import type { Operation } from '../base/operation.ts';
import type { CallPlan } from './call-plan.ts';
import type { Outcome } from './outcome.ts';

// The connection was never made, so nothing was sent: names that Node's fetch and Bun's give in the cause.
const UNSENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

const FIRST_MS = 300;
const LONGEST_MS = 10_000;
const LONGEST_ASKED_MS = 60_000;

/**
 * Milliseconds to wait before a call is sent again, `retries` having been made; undefined when it is not to be, for
 * there is no failure, or sending again could not mend it, could do harm, or would come too late.
 */
export function waitBeforeRetry(
  { operation, retry, deadline }: CallPlan,
  { error, reply }: Outcome,
  retries: number,
  now: number,
): number | undefined {
  if (!error || retries >= retry || !isRepeatable(operation, error)) return undefined;
  const wait = backOff(retries, reply?.headers.get('retry-after'));
  return now + wait < deadline ? wait : undefined;
}

/**
 * Doubled each time, up to a cap, and a random half of it taken off, so that many clients do not come back at once. A
 * server's own `Retry-After` in seconds counts up to a minute.
 */
export function backOff(retries: number, retryAfter?: string | null, random = Math.random): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** retries) * (1 - random() / 2);
  const asked = Number(retryAfter) * 1000;
  return asked > own ? Math.min(asked, LONGEST_ASKED_MS) : own;
}

function isRepeatable({ safety }: Operation, error: WeibanError): boolean {
  const { kind, cause } = error;
  // Only a transport error has a cause, with the code of what went wrong.
  if (UNSENT.test(String(Object(cause).code))) return true;
  // A write may have been executed, whatever became of its answer.
  if (safety === 'w') return false;
  return (
    kind === 'transport' ||
    kind === 'timeout' ||
    Number(error.status) >= 500 ||
    /^(empty|html|truncated|content-type)$/.test(String(error.problem))
  );
}
