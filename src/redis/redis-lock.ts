import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { RELEASE, RENEW } from './scripts.ts';
import { withTimeout } from './with-timeout.ts';

// A process that died blocks the others for so long.
const LEASE_MS = 10_000;
const RENEW_MS = 3000;
const RETRY_MS = 30;

/**
 * Runs `work` while no other process holds the lock. A lost lock is not noticed; the writer has to check.
 *
 * @param patience How many milliseconds to wait for the lock.
 * @throws Error if Redis is unavailable, or another process holds the lock for longer than `patience`.
 */
export async function withLock<T>(
  redis: Redis,
  key: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T> {
  const id = randomUUID();
  const release = () => redis.eval(RELEASE, 1, key, id);
  const take = () => withTimeout(redis, () => redis.set(key, id, 'PX', LEASE_MS, 'NX'), release);
  const end = performance.now() + patience;
  while ((await take()) !== 'OK') {
    if (performance.now() > end)
      throw new Error('another process holds the lock on the token and does not release it');
    await pause(RETRY_MS * (0.5 + Math.random()));
  }
  const timer = setInterval(
    () => void redis.eval(RENEW, 1, key, id, LEASE_MS).catch(() => undefined),
    RENEW_MS,
  );
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    // Awaited, because the program may disconnect right afterwards, and the lock would stay until its lease ends.
    await withTimeout(redis, release).catch(() => undefined);
  }
}
