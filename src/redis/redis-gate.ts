import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Clock, sleep, systemClock } from '../base/clock.ts';
import type { Gate, GateCall, Refusal } from '../limits/index.ts';
import { createOutage } from './outage.ts';
import { createOwnCalls, SOON_MS } from './own-calls.ts';
import { createSharedCalls } from './shared-calls.ts';

/** What {@link createRedisGate} takes. */
export interface RedisGateOptions {
  /** What the keys begin with; `weiban` when left out. */
  readonly prefix?: string;
  /** Processes of the company: while Redis is away, each keeps to a share of one of so many; 4 when left out. */
  readonly processes?: number;
  /**
   * Milliseconds that this process keeps to its share after Redis has come back, so that the others come back too; 3,000.
   * Not after a connection that was lost for less than a second and found the same run of the server.
   */
  readonly rejoinAfter?: number;
  /** Told once when Redis is away and a call has to do without it; a warning of the process when left out. */
  readonly onAway?: (error: unknown) => void;
  /** Told when the limits are shared again. */
  readonly onBack?: () => void;
  readonly clock?: Clock;
}

const RETRY_MS = 5;

/**
 * Limits shared by all processes of a company through Redis: calls in flight and every window. While Redis is away the
 * process goes on within its share; when Redis comes back, empty or not, it is told what this process did meanwhile.
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

  // One call of this process asks for a place at a time.
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
      // Before Redis is asked, so that calls which ask at the same time know of each other.
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
          // A Redis that came back meanwhile may have let it in without knowing what was done before.
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
  // The error's name and code alone: a message may name the server.
  const { name, code } = Object(error);
  process.emitWarning(
    `Redis is away (${code ?? name}); Weiban calls keep to this process's share of the limits until it is back.`,
    { code: 'WEIBAN_REDIS_AWAY' },
  );
}
