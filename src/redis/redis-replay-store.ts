import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { numberAbove } from '../base/number-above.ts';
import type { ReplayStore } from '../webhooks/index.ts';
import { within } from './within.ts';

/** What {@link createRedisReplayStore} takes. */
export interface RedisReplayOptions {
  /** What the keys begin with; `weiban` when left out. */
  readonly prefix?: string | undefined;
  /** Milliseconds that a handled message is remembered; 24 hours when left out. */
  readonly remember?: number | undefined;
  /** Milliseconds that handling may take: after them a redelivery is handled, for the process may have died; 60,000. */
  readonly lease?: number | undefined;
}

const DONE = 'done';

// What is kept, after this process's claim where nothing was. KEYS: message. ARGV: claim, lease in ms.
const CLAIM = `
local held = redis.call('GET', KEYS[1])
if held then return held end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`;

// Gives a claim up, unless it is somebody else's by now. KEYS: message. ARGV: claim.
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/**
 * Remembers handled messages in Redis, so that all processes of a receiver together handle each once. While Redis is away
 * no message is handled and each is answered with a failure, for Weiban to send it again.
 *
 * @example createWebhookReceiver({ replays: createRedisReplayStore(new Redis()), … })
 * @throws WeibanConfigError when a number is not numberAbove zero.
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
      const held = await within(
        redis,
        () => redis.eval(CLAIM, 1, key, claim, lease),
        // Nobody handles what was given up on.
        () => release().catch(() => undefined),
      );
      if (held === DONE) return 'done';
      if (held !== claim) return 'running';
      return {
        async finish() {
          await within(redis, () => redis.set(key, DONE, 'PX', remember));
        },
        async release() {
          await within(redis, release);
        },
      };
    },
  };
}
