import type { Redis } from 'ioredis';

// ioredis keeps commands back while there is no connection, for many seconds.
const COMMAND_MS = 1000;
// There is no connection now, and was one.
const LOST = ['close', 'reconnecting', 'end'];

/**
 * What a command gives, within a second. Rejects when Redis is away. `undo` is handed the answer of a command that was
 * given up on and came through after all.
 */
export async function within<T>(
  redis: Redis,
  command: () => Promise<T>,
  undo?: (late: T) => unknown,
): Promise<T> {
  if (LOST.includes(redis.status)) throw new Error(`the connection is ${redis.status}`);
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const answer = command();
  answer.then(
    (value) => isLate && undo?.(value),
    () => undefined,
  );
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new Error(`no answer within ${COMMAND_MS} ms`));
    }, COMMAND_MS);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
