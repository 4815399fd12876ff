import { expect, test } from 'vitest';
import { createPauses } from '../../src/limits/pauses.ts';

const IN_FLIGHT = 10052;
const WINDOW = 10053;
const HOUR = 3_600_000;
// 2024-03-05 10:00 in China.
const start = Date.UTC(2024, 2, 5, 2);

const ladders: [code: number, seconds: number[]][] = [
  [IN_FLIGHT, [1, 2, 4, 8, 16]],
  // A minute, an hour, the rest of the day in China, a month, and a month again.
  [WINDOW, [60, 3600, (13 * HOUR) / 1000 - 60, 2_592_000, 2_592_000]],
];

test.each(ladders)('repeated refusals with %d pause for %j s', (code, seconds) => {
  const pauses = createPauses();
  let now = start;
  for (const length of seconds) {
    expect(pauses.refuse('r', code, now, now)).toBe(length * 1000);
    expect(pauses.until('r')).toBe(now + length * 1000);
    expect(pauses.code('r')).toBe(code);
    now = pauses.until('r');
  }
});

test('calls that were in flight when the limit was exceeded do not extend the pause', () => {
  const pauses = createPauses();
  expect(pauses.refuse('r', WINDOW, start - 5, start)).toBe(60_000);
  expect(pauses.refuse('r', WINDOW, start - 4, start + 10)).toBe(0);
  pauses.pass('r', start - 3);
  expect(pauses.until('r')).toBe(start + 60_000);
});

test('a call accepted after the pause resets the ladder', () => {
  const pauses = createPauses();
  pauses.refuse('r', WINDOW, start, start);
  pauses.pass('r', start + 60_000);
  expect(pauses.until('r')).toBe(0);
  expect(pauses.refuse('r', WINDOW, start + 70_000, start + 70_000)).toBe(60_000);
});

test('each class has its own pauses', () => {
  const pauses = createPauses();
  pauses.refuse('w', WINDOW, start, start);
  expect(pauses.until('r')).toBe(0);
});

test('a pause from another process counts if it lasts longer', () => {
  const pauses = createPauses();
  pauses.adopt('r', start + 10);
  expect(pauses.until('r')).toBe(start + 10);
  pauses.adopt('r', start + 5);
  expect(pauses.until('r')).toBe(start + 10);
});
