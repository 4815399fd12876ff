import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { numberAbove } from '../base/number-above.ts';
import type { ReplayStore } from '../webhooks/index.ts';
import { RELEASE } from './scripts.ts';
import { withTimeout } from './with-timeout.ts';

/** Options of {@link createRedisReplayStore}. */
export interface RedisReplayOptions {
  /** The prefix of all keys. Default: `weiban`. */
  readonly prefix?: string | undefined;
  /** How long a handled message is remembered, in milliseconds. Default: 24 hours. */
  readonly remember?: number | undefined;
  /**
   * Milliseconds that handling may take. Afterwards a redelivery is handled, because the process may have
   * died. Default: 60,000.
   */
  readonly lease?: number | undefined;
}

const DONE = 'done';

// Claims the message unless it has an entry, and returns its entry. KEYS: message. ARGV: claim, lease in ms.
const CLAIM = `
local held = redis.call('GET', KEYS[1])
if held then return held end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`;

/**
 * Remembers handled messages in Redis, so that all processes of a receiver together handle each message once.
 * While Redis is unavailable, no message is handled, and every answer is a failure, so that Weiban sends the
 * message again.
 *
 * @example createWebhookReceiver({ replays: createRedisReplayStore(new Redis()), … })
 * @throws WeibanConfigError if a number is not above zero.
 */
export function createRedisReplayStore(redis: Redis, options: RedisReplayOptions = {}): ReplayStore {
  const { prefix = 'weiban' } = options;
  const remember = Math.ceil(numberAbove(0, 'remember', options.remember ?? 86_400_000));
  const lease = Math.ceil(numberAbove(0, 'lease', options.lease ?? 60_000));
  return {
    async claim(message) {
      const key = `${prefix}:webhook:${message}`;
      const claim = randomUUID();
      const release = () => redis.eval(RELEASE, 1, key, claim);
      const held = await withTimeout(
        redis,
        () => redis.eval(CLAIM, 1, key, claim, lease),
        // Nobody handles a message whose claim came too late.
        release,
      );
      if (held === DONE) return 'done';
      if (held !== claim) return 'running';
      return {
        async finish() {
          await withTimeout(redis, () => redis.set(key, DONE, 'PX', remember));
        },
        async release() {
          await withTimeout(redis, release);
        },
      };
    },
  };
}
