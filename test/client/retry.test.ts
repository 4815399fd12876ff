import { expect, test } from 'vitest';
import {
  WeibanApiError,
  type WeibanError,
  WeibanLimitError,
  WeibanResponseError,
  WeibanTimeoutError,
  WeibanTransportError,
} from '../../src/base/errors.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import type { CallPlan } from '../../src/client/call-plan.ts';
import { askedWait, backOff, waitBeforeRetry } from '../../src/client/retry.ts';

const transport = (code: string) =>
  new WeibanTransportError('?', { cause: Object.assign(new Error('?'), { code }) });

/** Failures, and the safeties for which they are sent again: read, idempotent, write. */
const failures: [name: string, error: WeibanError, again: string][] = [
  ['a refused connection', transport('ECONNREFUSED'), 'riw'],
  ['a host name that does not resolve', transport('ENOTFOUND'), 'riw'],
  ['an unavailable name server', transport('EAI_AGAIN'), 'riw'],
  ['a connection not made in time', transport('UND_ERR_CONNECT_TIMEOUT'), 'riw'],
  ['a reset', transport('ECONNRESET'), 'ri'],
  ['a socket that closed', transport('UND_ERR_SOCKET'), 'ri'],
  ['an unknown failure of the transport', new WeibanTransportError('?'), 'ri'],
  ['a request that took too long', new WeibanTimeoutError('?'), 'ri'],
  ['a failure with HTTP 500', new WeibanApiError('?', { code: 29999, status: 500 }), 'ri'],
  ['a page with HTTP 502', new WeibanResponseError('?', { status: 502, problem: 'html' }), 'ri'],
  ['a page with HTTP 200', new WeibanResponseError('?', { status: 200, problem: 'html' }), 'ri'],
  ['no body', new WeibanResponseError('?', { status: 200, problem: 'empty' }), 'ri'],
  ['half a body', new WeibanResponseError('?', { status: 200, problem: 'truncated' }), 'ri'],
  ['no envelope', new WeibanResponseError('?', { status: 200, problem: 'no-envelope' }), ''],
  ['a contradiction', new WeibanResponseError('?', { status: 200, problem: 'contradiction' }), ''],
  ['an error code', new WeibanApiError('?', { code: 22201, status: 200 }), ''],
  ['the company’s limits', new WeibanLimitError('?'), ''],
];

const plan = (safety: string, change: Partial<CallPlan> = {}): CallPlan => ({
  operation: parseOperation(`POST a ${safety}r`),
  request: { method: 'POST', path: '/a', query: '' },
  params: {},
  signal: new AbortController().signal,
  deadline: 100_000,
  attemptTimeout: 1,
  retry: 2,
  ...change,
});

test.each(failures)('%s is sent again only if that is safe', (_, error, again) => {
  for (const safety of 'riw') {
    const wait = waitBeforeRetry(plan(safety), { error }, 0, 0);
    expect([safety, wait !== undefined]).toEqual([safety, again.includes(safety)]);
  }
});

test.each([
  ['no retries left', transport('ECONNRESET'), {}, 2, 0],
  ['no retries wanted', transport('ECONNRESET'), { retry: 0 }, 0, 0],
  ['no time left', transport('ECONNRESET'), { deadline: 100 }, 0, 0],
] as const)('no retry: %s', (_, error, change, retries, now) => {
  expect(waitBeforeRetry(plan('r', change), { error }, retries, now)).toBeUndefined();
});

const headersOf = (retryAfter: string | null) =>
  new Headers(retryAfter === null ? {} : { 'retry-after': retryAfter });

const now = Date.parse('2026-03-05T02:00:00Z');
const waits: [retries: number, retryAfter: string | null, random: number, want: number][] = [
  [0, null, 0, 300],
  [0, null, 1, 150],
  [1, null, 0, 600],
  [4, null, 0, 4800],
  [9, null, 0, 10_000],
  [0, '2', 0, 2000],
  [0, '0', 0, 300],
  [0, '86400', 0, 60_000],
  [0, '', 0, 300],
  [0, 'soon', 0, 300],
  [0, '-5', 0, 300],
  [0, 'Thu, 05 Mar 2026 01:59:00 GMT', 0, 300],
  [0, 'Thu, 05 Mar 2026 02:00:07 GMT', 0, 7000],
  [0, 'Thursday, 05-Mar-26 02:00:07 GMT', 0, 7000],
  [0, 'Fri, 06 Mar 2026 02:00:00 GMT', 0, 60_000],
];

test.each(waits)('retry %d with Retry-After %s waits', (retries, retryAfter, random, want) => {
  expect(backOff(retries, askedWait(headersOf(retryAfter), now), () => random)).toBe(want);
});
