import type { Redis } from 'ioredis';
import type { StoredToken, TokenStore } from '../token/index.ts';
import { isStoredToken } from '../token/index.ts';
import { withLock } from './redis-lock.ts';
import { withTimeout } from './with-timeout.ts';

/** Options of {@link createRedisStore}. */
export interface RedisStoreOptions {
  /** The prefix of all keys. Default: `weiban`. */
  readonly prefix?: string;
}

// As long as a request for a token may take.
const PATIENCE_MS = 150_000;

// Replaces the stored token, and returns the token that is kept. If the stored token is no longer the
// previous one, the lock was lost meanwhile, and the newer of the two stays. The previous one may seem newer
// if a clock was fast. KEYS: token. ARGV: token as JSON, issuedAt, lifetime, previous token.
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
 * Creates a token store in Redis, shared by all processes of a company. Redis keeps a token as long as it is
 * valid. Only one process at a time requests a new one.
 *
 * @example createWeiban({ tokens: createRedisStore(new Redis()) })
 */
export function createRedisStore(redis: Redis, { prefix = 'weiban' }: RedisStoreOptions = {}): TokenStore {
  const keyOf = (key: string) => `${prefix}:{${key}}:token`;
  const read = async (key: string) => parseToken(await withTimeout(redis, () => redis.get(keyOf(key))));
  return {
    read,
    update: (key, change) =>
      withLock(redis, `${prefix}:{${key}}:lock`, PATIENCE_MS, async () => {
        const stored = await read(key);
        const token = await change(stored);
        if (token === stored) return token;
        const { issuedAt, lifetime } = token;
        const values = [JSON.stringify(token), issuedAt, Math.ceil(lifetime), stored?.token ?? ''];
        const kept = await withTimeout(redis, () => redis.eval(KEEP, 1, keyOf(key), ...values));
        return parseToken(kept) ?? token;
      }),
  };
}

function parseToken(text: unknown): StoredToken | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const token: unknown = JSON.parse(text);
    return isStoredToken(token) ? token : undefined;
  } catch {
    // Not one of our tokens; the next token replaces it.
    return undefined;
  }
}
