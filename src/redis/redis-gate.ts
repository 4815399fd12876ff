import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Clock, sleep, systemClock } from '../base/clock.ts';
import type { Gate, GateCall, Refusal } from '../limits/index.ts';
import { createOutage } from './outage.ts';
import { createOwnCalls, SOON_MS } from './own-calls.ts';
import { createSharedCalls } from './shared-calls.ts';

/** Options of {@link createRedisGate}. */
export interface RedisGateOptions {
  /** The prefix of all keys. Default: `weiban`. */
  readonly prefix?: string;
  /**
   * How many processes the company runs. While Redis is unavailable, each uses an equal share of the limits.
   * Default: 4.
   */
  readonly processes?: number;
  /**
   * Milliseconds that this process stays within its share after Redis has come back, so that the others can
   * come back too. Default: 3,000. Skipped if the connection was lost for less than a second and the server
   * did not restart.
   */
  readonly rejoinAfter?: number;
  /** Called once when Redis is unavailable and a call has to do without it. Default: emits a process warning. */
  readonly onAway?: (error: unknown) => void;
  /** Called when the limits are shared again. */
  readonly onBack?: () => void;
  readonly clock?: Clock;
}

const RETRY_MS = 5;

/**
 * Creates a gate that shares the limits between all processes of a company through Redis: calls in flight and
 * every window. While Redis is unavailable, the process continues within its share. When Redis comes back,
 * empty or not, the process reports the calls that it made meanwhile.
 *
 * @example createWeiban({ gate: createRedisGate(new Redis(), { processes: 4 }) })
 */
export function createRedisGate(redis: Redis, options: RedisGateOptions = {}): Gate {
  const {
    prefix = 'weiban',
    processes = 4,
    rejoinAfter = 3000,
    onAway = warn,
    onBack,
    clock = systemClock,
  } = options;
  const own = createOwnCalls();
  const shared = createSharedCalls(redis, prefix);
  const outage = createOutage({ redis, own, shared, processes, rejoinAfter, onAway, onBack, clock });
  const self = randomUUID();
  let count = 0;

  // Only one call of this process requests a place at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const takePlace = (call: GateCall, signal: AbortSignal) => {
    const mine = turn.then(async () => {
      for (;;) {
        signal.throwIfAborted();
        const place = await shared.takePlace(call);
        if (place) return place;
        await sleep(clock, RETRY_MS * (0.5 + Math.random()), signal);
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    async enter(call, signal): Promise<Refusal | (() => void)> {
      signal.throwIfAborted();
      const wait = outage.wait(call);
      if (wait > 0) return { wait, paused: false };
      // Before Redis is asked, so that concurrent calls are counted too.
      const mine = own.begin(call, `${self}:${++count}`);
      if (outage.isAway()) {
        return () => {
          own.end(call, mine, clock.now());
          if (!outage.isAway()) shared.leaveWindows(call, mine.id).catch(outage.lose);
        };
      }
      try {
        const place = await takePlace(call, signal);
        const { used, refusal, leave } = await shared.enter(call, mine.id, place);
        if (own.isBeforeLoss(mine)) {
          // If Redis came back meanwhile, it may have let the call in without knowing the earlier calls.
          own.cancel(call, mine);
          if (!refusal) leave().catch(outage.lose);
          return { wait: SOON_MS, paused: false };
        }
        own.learn(call, used, clock.now());
        if (refusal) {
          own.cancel(call, mine);
          return refusal;
        }
        return () => {
          own.end(call, mine, clock.now());
          leave().catch(outage.lose);
        };
      } catch (error) {
        own.cancel(call, mine);
        if (signal.aborted) throw signal.reason;
        outage.lose(error);
        return { wait: SOON_MS, paused: false };
      }
    },
    pause(call, milliseconds) {
      shared.pause(call, milliseconds).catch(outage.lose);
    },
  };
}

function warn(error: unknown): void {
  // Only the error's name and code, because its message may name the server.
  const { name, code } = Object(error);
  process.emitWarning(
    `Redis is unavailable (${code ?? name}); Weiban calls stay within this process's share of the limits until it is back.`,
    { code: 'WEIBAN_REDIS_AWAY' },
  );
}
