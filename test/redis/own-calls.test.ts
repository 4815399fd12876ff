import { expect, test } from 'vitest';
import type { GateCall } from '../../src/limits/gate.ts';
import { createOwnCalls, type OwnCalls } from '../../src/redis/own-calls.ts';

const call: GateCall = {
  company: 'c',
  endpoint: '/a',
  limit: 'r',
  inFlight: 8,
  windows: [[60_000, 8]],
};
const SETTLE = 1000;
const loss = { lostAt: 10_000, processes: 2 };

/** A call that Redis has let in. */
function entered(own: OwnCalls, id: string, now: number) {
  const mine = own.begin(call, id, now);
  mine.isSent = true;
  mine.isEntered = true;
  return mine;
}

test('an endpoint that others used is not used for the first window after the loss, then shared', () => {
  const own = createOwnCalls();
  own.learn(call, [3], 9000);
  own.lose();
  expect(own.wait(call, loss, 10_500)).toBe(SETTLE + 60_000 - 500);
  const later = 10_000 + SETTLE + 60_000;
  for (let number = 0; number < 4; number++) {
    expect(own.wait(call, loss, later)).toBe(0);
    own.end(call, own.begin(call, `${number}`, later), later);
  }
  expect(own.wait(call, loss, later)).toBe(60_000);
});

test('a call that began before the loss and was cancelled gives no place after it', () => {
  const own = createOwnCalls();
  own.learn(call, [3], 9000);
  const begun = own.begin(call, '1', 9000);
  own.lose();
  own.cancel(call, begun);
  expect(own.wait(call, loss, 10_000 + SETTLE)).toBe(60_000);
});

test('of an endpoint that nobody else used, a share of the remainder is used', () => {
  const own = createOwnCalls();
  for (const id of ['1', '2']) own.end(call, entered(own, id, 9000), 9000);
  own.learn(call, [2], 9000);
  own.lose();
  const now = 10_000 + SETTLE;
  for (const id of ['3', '4']) {
    expect(own.wait(call, loss, now)).toBe(0);
    own.end(call, own.begin(call, id, now), now);
  }
  // Two before the loss and two after it are its half of the eight.
  expect(own.wait(call, loss, now)).toBeGreaterThan(0);
});

test.each([
  ['one call less than this process made', [2], false],
  ['as many calls', [3], true],
  ['more calls', [4], true],
])('a Redis that counts %s', (_, used, hasAll) => {
  const own = createOwnCalls();
  for (const id of ['1', '2']) own.end(call, entered(own, id, 9000), 9000);
  entered(own, 'in flight', 9000);
  // Waits for the answer of Redis, so it need not be counted.
  own.begin(call, 'asking', 9000);
  expect(own.learn(call, used, 10_000)).toBe(hasAll);
});

test("calls that may have left the window by Redis's clock are not missed, nor those of before a loss", () => {
  const own = createOwnCalls();
  own.end(call, entered(own, '1', 9000), 9000);
  expect(own.learn(call, [0], 9000 + 59_500)).toBe(true);
  expect(own.learn(call, [0], 9000 + 58_000)).toBe(false);
  own.lose();
  expect(own.learn(call, [0], 9000 + 58_000)).toBe(true);
});

test('Redis has to know an endpoint as long as the longest window counts a call to it', () => {
  const own = createOwnCalls();
  const mine = entered(own, '1', 9000);
  expect(own.expected(9000)).toEqual([call]);
  own.end(call, mine, 9000);
  expect(own.expected(9000 + 58_000)).toEqual([call]);
  expect(own.expected(9000 + 60_000)).toEqual([]);
});
