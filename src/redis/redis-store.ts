import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { Mutex } from 'redis-semaphore';
import type { StoredToken, TokenStore } from '../token/index.ts';
import { isStoredToken } from '../token/index.ts';
import { within } from './within.ts';

/** What {@link createRedisStore} takes. */
export interface RedisStoreOptions {
  /** What the keys begin with; `weiban` when left out. */
  readonly prefix?: string;
}

const RETRY_MS = 30;
// As long as a call for a token may take.
const PATIENCE_MS = 150_000;

// Puts a token in place of the one that was there, and gives back what is kept. Where it is another one by now, the lock
// was lost meanwhile, and the newer of the two stays. The same one may seem newer, by a clock that was fast.
// KEYS: token. ARGV: token as JSON, issuedAt, lifetime, the one before.
const KEEP = `
local stored = redis.call('GET', KEYS[1])
if stored then
  local ok, token = pcall(cjson.decode, stored)
  if ok and type(token) == 'table' and token.token ~= ARGV[4] and (tonumber(token.issuedAt) or 0) > tonumber(ARGV[2]) then
    return stored
  end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return ARGV[1]`;

/**
 * A store in Redis, shared by all processes of a company. A token is kept as long as it lives; one process at a time
 * asks for a new one.
 *
 * @example createWeiban({ tokens: createRedisStore(new Redis()) })
 */
export function createRedisStore(redis: Redis, { prefix = 'weiban' }: RedisStoreOptions = {}): TokenStore {
  const keyOf = (key: string) => `${prefix}:{${key}}:token`;
  const read = async (key: string) => parseToken(await within(redis, () => redis.get(keyOf(key))));
  return {
    read,
    async update(key, change) {
      const mutex = new Mutex(redis, `${prefix}:{${key}}`, {
        acquireAttemptsLimit: 1,
        // Its own way is to throw where nobody catches. A lock that was lost costs one more token, and no harm.
        onLockLost: () => undefined,
      });
      await acquire(redis, mutex);
      try {
        const stored = await read(key);
        const token = await change(stored);
        if (token === stored) return token;
        const { issuedAt, lifetime } = token;
        const values = [JSON.stringify(token), issuedAt, Math.ceil(lifetime), stored?.token ?? ''];
        const kept = await within(redis, () => redis.eval(KEEP, 1, keyOf(key), ...values));
        return parseToken(kept) ?? token;
      } finally {
        mutex.release().catch(() => undefined);
      }
    },
  };
}

async function acquire(redis: Redis, mutex: Mutex): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (
    !(await within(
      redis,
      () => mutex.tryAcquire(),
      (late) => late && mutex.release(),
    ))
  ) {
    if (performance.now() > end) throw new Error('another process holds the token and does not let go');
    await pause(RETRY_MS * (0.5 + Math.random()));
  }
}

function parseToken(text: unknown): StoredToken | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const token: unknown = JSON.parse(text);
    return isStoredToken(token) ? token : undefined;
  } catch {
    // Not a token of ours: the next one takes its place.
    return undefined;
  }
}
