import { expect, test, vi } from 'vitest';
import { createTokenSource } from '../../src/token/token-source.ts';

/** A source whose clock and issuing the test moves by hand; tokens live 1,000 s. */
function source() {
  let count = 0;
  const clock = { now: 0 };
  const issue = vi.fn(async () => ({ token: `t${++count}`, lifetime: 1_000_000 }));
  return { clock, issue, tokens: createTokenSource({ issue, now: () => clock.now }) };
}

test('asks once, however many wait, and keeps the token', async () => {
  const { issue, tokens } = source();
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['t1', 't1', 't1']);
  expect(await tokens.get()).toBe('t1');
  expect(issue).toHaveBeenCalledTimes(1);
});

// 10% of the lifetime is 100 s, less than the 300 s at most.
const ages: [seconds: number, first: string, then: string][] = [
  [899, 't1', 't1'],
  [900, 't1', 't2'],
  [999, 't1', 't2'],
  [1000, 't2', 't2'],
];

test.each(ages)('after %d s gives %s, then %s', async (seconds, first, then) => {
  const { clock, tokens } = source();
  await tokens.get();
  clock.now = seconds * 1000;
  expect(await tokens.get()).toBe(first);
  await Promise.resolve();
  expect(await tokens.get()).toBe(then);
});

test('a token that serves is given although renewing it fails, and the next call tries again', async () => {
  const { clock, issue, tokens } = source();
  await tokens.get();
  clock.now = 950_000;
  issue.mockRejectedValueOnce(new Error('down'));
  expect(await tokens.get()).toBe('t1');
  await Promise.resolve();
  await Promise.resolve();
  expect(await tokens.get()).toBe('t1');
  expect(issue).toHaveBeenCalledTimes(3);
});

test('renews a rejected token once for all who had it', async () => {
  const { issue, tokens } = source();
  const rejected = await tokens.get();
  expect(await Promise.all([tokens.renew(rejected), tokens.renew(rejected)])).toEqual(['t2', 't2']);
  expect(await tokens.renew(rejected)).toBe('t2');
  expect(issue).toHaveBeenCalledTimes(2);
});

test('a failure goes to those who waited, and is not kept', async () => {
  const { issue, tokens } = source();
  issue.mockRejectedValueOnce(new Error('down'));
  const waiting = [tokens.get(), tokens.get()];
  for (const each of waiting) await expect(each).rejects.toThrow('down');
  expect(await tokens.get()).toBe('t1');
});

test('counts a lifetime from before the request', async () => {
  const { clock, issue, tokens } = source();
  issue.mockImplementationOnce(async () => {
    clock.now = 600_000;
    return { token: 'slow', lifetime: 1_000_000 };
  });
  await tokens.get();
  clock.now = 1_000_000;
  expect(await tokens.get()).not.toBe('slow');
});
