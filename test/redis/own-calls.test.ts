import { expect, test } from 'vitest';
import type { GateCall } from '../../src/limits/gate.ts';
import { createOwnCalls } from '../../src/redis/own-calls.ts';

const call: GateCall = {
  company: 'c',
  endpoint: '/a',
  limit: 'r',
  inFlight: 8,
  windows: [[60_000, 8]],
};
const SETTLE = 1000;
const loss = { lostAt: 10_000, processes: 2 };

test('an endpoint that others used is not used for the first window after the loss, then shared', () => {
  const own = createOwnCalls();
  own.learn(call, [3], 9000);
  own.lose();
  expect(own.wait(call, loss, 10_500)).toBe(SETTLE + 60_000 - 500);
  const later = 10_000 + SETTLE + 60_000;
  for (let number = 0; number < 4; number++) {
    expect(own.wait(call, loss, later)).toBe(0);
    own.end(call, own.begin(call, `${number}`), later);
  }
  expect(own.wait(call, loss, later)).toBe(60_000);
});

test('a call that began before the loss and was cancelled gives no place after it', () => {
  const own = createOwnCalls();
  own.learn(call, [3], 9000);
  const begun = own.begin(call, '1');
  own.lose();
  own.cancel(call, begun);
  expect(own.wait(call, loss, 10_000 + SETTLE)).toBe(60_000);
});

test('of an endpoint that nobody else used, a share of the remainder is used', () => {
  const own = createOwnCalls();
  for (const id of ['1', '2']) own.end(call, own.begin(call, id), 9000);
  own.learn(call, [2], 9000);
  own.lose();
  const now = 10_000 + SETTLE;
  for (const id of ['3', '4']) {
    expect(own.wait(call, loss, now)).toBe(0);
    own.end(call, own.begin(call, id), now);
  }
  // Two before the loss and two after it are its half of the eight.
  expect(own.wait(call, loss, now)).toBeGreaterThan(0);
});
