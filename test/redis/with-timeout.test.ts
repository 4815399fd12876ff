import type { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { withTimeout } from '../../src/redis/with-timeout.ts';
import { rejectionOf } from '../support/over-server.ts';

// The state is all that is asked of the connection.
const redis = { status: 'ready' } as Redis;

test('an answer that arrived while the program was busy is in time', async () => {
  vi.useFakeTimers();
  let answer: (value: string) => void = () => undefined;
  const answered = withTimeout(redis, () => new Promise((resolve) => (answer = resolve)));
  vi.advanceTimersToNextTimer();
  // As the event loop reads sockets: after due timers, before `setImmediate`.
  answer('read late');
  await vi.runAllTimersAsync();
  expect(await answered).toBe('read late');
  vi.useRealTimers();
});

test.each([
  ['rejects', () => Promise.reject(new Error('Connection is closed.'))],
  [
    'throws',
    () => {
      throw new Error('Connection is closed.');
    },
  ],
])('a late answer whose undo %s ends in no unhandled rejection', async (_, undo) => {
  vi.useFakeTimers();
  const onUnhandled = vi.fn();
  process.on('unhandledRejection', onUnhandled);
  const undone = vi.fn(undo);
  let answer: (value: string) => void = () => undefined;
  const failed = rejectionOf(withTimeout(redis, () => new Promise((resolve) => (answer = resolve)), undone));
  await vi.advanceTimersByTimeAsync(1001);
  expect(String(await failed)).toContain('no answer within 1000 ms');
  vi.useRealTimers();
  answer('late');
  // Node reports unhandled rejections between two turns of its event loop.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', onUnhandled);
  expect(undone).toHaveBeenCalledExactlyOnceWith('late');
  expect(onUnhandled).not.toHaveBeenCalled();
});
