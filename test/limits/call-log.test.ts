import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCallLog } from '../../src/limits/call-log.ts';
import type { Window } from '../../src/limits/gate.ts';
import { runs } from '../support/runs.ts';

test('counts a call while it is in flight and for a full window after its end', () => {
  const log = createCallLog([[100, 2]]);
  log.begin();
  log.begin();
  expect(log.wait(0)).toBe(Number.POSITIVE_INFINITY);
  log.end(50);
  expect(log.wait(50)).toBe(100);
  log.end(60);
  expect(log.wait(149)).toBe(1);
  expect(log.wait(150)).toBe(0);
});

test('waits for the window with the longest wait', () => {
  const log = createCallLog([
    [10, 1],
    [100, 2],
  ]);
  for (const end of [0, 20]) {
    log.begin();
    log.end(end);
  }
  expect(log.wait(25)).toBe(75);
});

test('has no limit without windows, and forgets', () => {
  const log = createCallLog([]);
  for (let at = 0; at < 5000; at++) {
    log.begin();
    log.end(at);
    expect(log.wait(at)).toBe(0);
  }
});

/** Calls: ms after the previous call, length in ms, and the part of the length after which the server counts it. */
const calls = fc.array(fc.tuple(fc.nat(30), fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true })), {
  maxLength: 200,
});
const someWindows = fc.array(fc.tuple(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 1, max: 12 })), {
  minLength: 1,
  maxLength: 3,
});

test('no window holds too many calls, however long they take and whenever the server counts them', () => {
  fc.assert(
    fc.property(calls, someWindows, (schedule, windows: Window[]) => {
      const log = createCallLog(windows);
      const running: number[] = [];
      const counted: number[] = [];
      let now = 0;
      const settle = () => {
        for (const end of running.filter((end) => end <= now)) {
          log.end(end);
          running.splice(running.indexOf(end), 1);
        }
      };
      for (const [gap, length, part] of schedule) {
        now += gap;
        settle();
        for (let wait = log.wait(now); wait > 0; wait = log.wait(now)) {
          now = wait < Infinity ? now + wait : Math.min(...running);
          settle();
        }
        log.begin();
        running.push(now + length);
        counted.push(now + length * part);
      }
      for (const [span, most] of windows) {
        for (const from of counted) {
          const inWindow = counted.filter((time) => time >= from && time < from + span).length;
          expect(inWindow).toBeLessThanOrEqual(most);
        }
      }
    }),
    { numRuns: runs(300) },
  );
});
