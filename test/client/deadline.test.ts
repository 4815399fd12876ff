import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock as clock } from '../../src/base/clock.ts';
import { withDeadline } from '../../src/client/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);
const operation = 'staffList';

test('settles like the work, and leaves no timer', async () => {
  await expect(withDeadline({ timeout: 10, operation, clock }, async () => 'done')).resolves.toBe('done');
  await expect(
    withDeadline({ timeout: 10, operation, clock }, () => Promise.reject(new Error('broken'))),
  ).rejects.toThrow('broken');
  expect(vi.getTimerCount()).toBe(0);
});

test('rejects when the time is up, and aborts the work', async () => {
  let received: AbortSignal | undefined;
  const work = withDeadline({ timeout: 10, operation, clock }, (signal) => {
    received = signal;
    return never();
  });
  const outcome = expect(work).rejects.toThrow(/staffList took longer than 10 ms/);
  vi.advanceTimersByTime(9);
  expect(received?.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  await outcome;
  expect(received?.aborted).toBe(true);
});

test.each([Number.POSITIVE_INFINITY, 2 ** 31])('sets no timer for %d', (timeout) => {
  void withDeadline({ timeout, operation, clock }, never);
  expect(vi.getTimerCount()).toBe(0);
});

test('rejects with the reason of the caller’s abort, and removes its listener from the signal', async () => {
  const controller = new AbortController();
  const remove = vi.spyOn(controller.signal, 'removeEventListener');
  const work = withDeadline({ timeout: 10, signal: controller.signal, operation, clock }, never);
  controller.abort('enough');
  await expect(work).rejects.toBe('enough');
  expect(remove).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('does not start the work if the caller has aborted already', async () => {
  const work = vi.fn(never);
  await expect(
    withDeadline({ timeout: 10, signal: AbortSignal.abort('before'), operation, clock }, work),
  ).rejects.toBe('before');
  expect(work).not.toHaveBeenCalled();
});
