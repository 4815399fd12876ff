import type { Redis } from 'ioredis';

// Without a connection, ioredis holds commands back for many seconds.
const COMMAND_MS = 1000;
// The states in which a connection has been lost.
const LOST = ['close', 'reconnecting', 'end'];

/**
 * Runs a command with a time limit of one second. Rejects if Redis is unavailable. `undo` gets the result of
 * a command that timed out and succeeded after all; a failure of `undo` is ignored, because what it would give back
 * has a lease.
 */
export async function withTimeout<T>(
  redis: Redis,
  command: () => Promise<T>,
  undo?: (late: T) => unknown,
): Promise<T> {
  if (LOST.includes(redis.status)) throw new Error(`the connection is ${redis.status}`);
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  let isPending = true;
  const answer = command();
  answer.then((late) => (isLate ? undo?.(late) : undefined)).catch(() => undefined);
  const limit = new Promise<never>((_, reject) => {
    const giveUp = () => {
      isLate = true;
      reject(new Error(`no answer within ${COMMAND_MS} ms`));
    };
    // A busy program is not an outage: if it did not get to read the answer, the next turn of its event loop does.
    timer = setTimeout(() => setImmediate(() => isPending && giveUp()), COMMAND_MS);
  });
  return Promise.race([answer, limit]).finally(() => {
    isPending = false;
    clearTimeout(timer);
  });
}
