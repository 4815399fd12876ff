import type { WeibanOptions } from '../client/index.ts';
import { createRedisGate, createRedisStore } from '../redis/index.ts';
import type { Context } from './context.ts';
import { tell } from './tell.ts';
import { UsageError } from './usage-error.ts';

/** What shares the token and the limits with the company's other processes. */
export interface Shared {
  readonly options: Pick<WeibanOptions, 'tokens' | 'gate'>;
  readonly close: () => void;
}

/** The address may hold a password, so it is a variable and no flag. */
const ADDRESS = 'WEIBAN_REDIS_URL';
const PROCESSES = 'WEIBAN_REDIS_PROCESSES';

/**
 * Shares the token and the limits through Redis, if `WEIBAN_REDIS_URL` is set. A Redis that is away is told once, and the process
 * goes on within its share of the limits.
 *
 * @throws UsageError if ioredis is not installed or a variable is wrong.
 */
export async function shareThroughRedis(context: Context): Promise<Shared | undefined> {
  const { env, say } = context;
  const url = env[ADDRESS];
  if (url === undefined || url === '') return undefined;
  if (!/^rediss?:\/\/./.test(url)) throw new UsageError('badRedisUrl', { variable: ADDRESS });
  const processes = env[PROCESSES] ?? '4';
  if (!/^[1-9]\d{0,3}$/.test(processes))
    throw new UsageError('badValue', { flag: PROCESSES, given: processes, type: 'integer' });
  const redis = new (await loadRedis())(url);
  // The gate tells once what fails; ioredis would print every attempt.
  redis.on('error', () => undefined);
  const onAway = (error: unknown) => tell(context, say('redisAway', { reason: Object(error).message ?? '' }));
  return {
    options: {
      tokens: createRedisStore(redis),
      gate: createRedisGate(redis, { processes: Number(processes), onAway }),
    },
    close: () => redis.disconnect(),
  };
}

async function loadRedis() {
  try {
    return (await import('ioredis')).Redis;
  } catch (error) {
    if (Object(error).code === 'ERR_MODULE_NOT_FOUND')
      throw new UsageError('noRedisPackage', { variable: ADDRESS });
    throw error;
  }
}
