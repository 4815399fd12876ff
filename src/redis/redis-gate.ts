import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Clock, sleep, systemClock } from '../client/clock.ts';
import type { Gate, GateCall, Refusal } from '../limits/gate.ts';
import { createOwnCalls, SETTLE_MS, SOON_MS } from './own-calls.ts';
import { watchServer } from './server-watch.ts';
import { createSharedCalls } from './shared-calls.ts';
import { within } from './within.ts';

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

const PROBE_MS = 500;
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
  const server = watchServer(redis);
  const self = randomUUID();
  let mode: 'shared' | 'away' | 'rejoining' = 'shared';
  let lostAt = -Infinity;
  let awaySince = 0;
  let backAt = 0;
  let lostBy: unknown;
  let isSaid = false;
  let isProbing = false;
  let run = server.firstRun;
  let isForgotten = false;
  let count = 0;

  const lose = (error: unknown) => {
    if (mode === 'away') return;
    // Lost again while coming back is the same outage.
    if (mode === 'shared') awaySince = clock.now();
    mode = 'away';
    lostBy = error;
    lostAt = clock.now();
    own.lose();
    probe();
  };

  /** Looks again and again whether Redis is there, and then tells it what this process did. */
  const probe = () => {
    if (isProbing) return;
    isProbing = true;
    setTimeout(async () => {
      isProbing = false;
      try {
        await within(redis, () => redis.ping());
        const found = await server.run();
        isForgotten ||= found === undefined || found !== (await run);
        run = Promise.resolve(found);
        // From here on every call is entered in Redis as well, so that none falls between what it is told and what it sees.
        mode = 'rejoining';
        backAt = Infinity;
        for (const { call, calls } of own.endpoints(clock.now()))
          await shared.restore(call, calls, clock.now());
        // Within the time in which nobody sends anything, nobody did what Redis was not told.
        const isQuiet = !isForgotten && clock.now() - awaySince < SETTLE_MS;
        if (mode === 'rejoining') backAt = clock.now() + (isQuiet ? 0 : rejoinAfter);
      } catch {
        // Still away.
        mode = 'away';
        probe();
      }
      // A program that is done does not wait for Redis.
    }, PROBE_MS).unref();
  };

  // A process that asks nothing meanwhile would not see that Redis was away, and a restarted one has forgotten its calls.
  server.onLost(() => lose(new Error('the connection was lost')));

  const keepToShare = (call: GateCall): number => {
    const now = clock.now();
    if (mode === 'rejoining' && now >= backAt) {
      mode = 'shared';
      isForgotten = false;
      if (isSaid) onBack?.();
      isSaid = false;
    }
    if (mode === 'shared') return 0;
    if (!isSaid) onAway(lostBy);
    isSaid = true;
    return own.wait(call, { lostAt, processes }, now);
  };

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
      const wait = keepToShare(call);
      if (wait > 0) return { wait, paused: false };
      // Before Redis is asked, so that calls which ask at the same time know of each other.
      const mine = own.begin(call, `${self}:${++count}`);
      if (mode === 'away') {
        return () => {
          own.end(call, mine, clock.now());
          if (mode !== 'away') shared.leaveWindows(call, mine.id).catch(lose);
        };
      }
      try {
        const place = await takePlace(call, signal);
        const { used, refusal, leave } = await shared.enter(call, mine.id, place);
        if (own.isBeforeLoss(mine)) {
          // A Redis that came back meanwhile may have let it in without knowing what was done before.
          own.cancel(call, mine);
          if (!refusal) leave().catch(lose);
          return { wait: SOON_MS, paused: false };
        }
        own.learn(call, used, clock.now());
        if (refusal) {
          own.cancel(call, mine);
          return refusal;
        }
        return () => {
          own.end(call, mine, clock.now());
          leave().catch(lose);
        };
      } catch (error) {
        own.cancel(call, mine);
        if (signal.aborted) throw signal.reason;
        lose(error);
        return { wait: SOON_MS, paused: false };
      }
    },
    pause(call, milliseconds) {
      shared.pause(call, milliseconds).catch(lose);
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
