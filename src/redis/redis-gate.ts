import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Clock, sleep, systemClock } from '../base/clock.ts';
import type { Gate, GateCall, Refusal } from '../limits/index.ts';
import { KEYS_LOST } from './keys-lost.ts';
import { createOutage } from './outage.ts';
import { createOwnCalls, type OwnCall, SOON_MS } from './own-calls.ts';
import { createSharedCalls, type SharedEntry } from './shared-calls.ts';

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
   * did not restart. An empty Redis is not used for as long, but at most 1.5 seconds.
   */
  readonly rejoinAfter?: number;
  /**
   * Called once when Redis cannot be used and a call has to do without it, or when Redis has lost keys (`code` is then
   * `WEIBAN_KEYS_LOST`). Default: emits a process warning.
   */
  readonly onAway?: (error: unknown) => void;
  /** Called when the limits are shared again. */
  readonly onBack?: () => void;
  readonly clock?: Clock;
}

const RETRY_MS = 15;
// Longer than the other processes need to notice that Redis is empty, and to report their calls.
const QUIET_MS = 1500;
const AWAY = "Redis is unavailable, and this process's share of the limits leaves no room";
const EMPTY = 'Redis was found empty a moment ago, and other processes may still have calls to report';

/**
 * Creates a gate that shares the limits between all processes of a company through Redis: calls in flight and
 * every window, by Redis's own clock. While Redis cannot be used, the process continues within its share. When it can
 * be used again, empty or not, the process reports the calls that it made meanwhile.
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
  const shared = createSharedCalls(redis, prefix, Math.min(QUIET_MS, rejoinAfter));
  const outage = createOutage({ redis, own, shared, processes, rejoinAfter, onAway, onBack, clock });
  const self = randomUUID();
  let count = 0;

  /** Asks Redis until a place in flight is free. Undefined if Redis was lost since the call began. */
  const ask = async (
    call: GateCall,
    mine: OwnCall,
    signal: AbortSignal,
  ): Promise<SharedEntry | undefined> => {
    while (!own.isBeforeLoss(mine)) {
      signal.throwIfAborted();
      const entry = await shared.enter(call, mine.id, outage.marker(call.company));
      if (entry.outcome !== 'busy') return entry;
      await sleep(clock, RETRY_MS * (0.5 + Math.random()), signal);
    }
    return undefined;
  };

  // Only one call of a company asks at a time.
  const turns = new Map<string, Promise<unknown>>();
  const takeTurn = (call: GateCall, mine: OwnCall, signal: AbortSignal) => {
    const turn = (turns.get(call.company) ?? Promise.resolve()).then(() => ask(call, mine, signal));
    turns.set(
      call.company,
      turn.catch(() => undefined),
    );
    return turn;
  };

  /** What the answer of Redis means for the call; undefined if it may be sent. */
  const judge = (call: GateCall, mine: OwnCall, entry: SharedEntry | undefined): Refusal | undefined => {
    // If Redis came back meanwhile, it may have let the call in without knowing the earlier calls.
    if (!entry || own.isBeforeLoss(mine)) return refuse(SOON_MS, AWAY);
    const { outcome, wait, marker, used } = entry;
    if (outcome === 'empty') return refuse(wait, EMPTY);
    if (outcome === 'lost') outage.loseKeys();
    else if (outcome === 'paused') return { wait, paused: true };
    else if (!own.learn(call, used, clock.now())) outage.loseKeys();
    else if (outcome === 'full') return { wait, paused: false };
    // Redis has lost keys.
    if (own.isBeforeLoss(mine)) return refuse(SOON_MS, AWAY);
    mine.isSent = true;
    mine.isEntered = true;
    outage.enter(call.company, marker);
    return undefined;
  };

  return {
    async enter(call, signal): Promise<Refusal | (() => void)> {
      signal.throwIfAborted();
      const wait = outage.wait(call);
      if (wait > 0) return refuse(wait, AWAY);
      // Before Redis is asked, so that concurrent calls are counted too.
      const mine = own.begin(call, `${self}:${++count}`, clock.now());
      const leave = (isSent: boolean) => void shared.leave(call, mine.id, isSent).catch(outage.lose);
      if (outage.isAway()) {
        mine.isSent = true;
        return () => {
          own.end(call, mine, clock.now());
          if (!outage.isAway()) leave(true);
        };
      }
      try {
        const entry = await takeTurn(call, mine, signal);
        const refusal = judge(call, mine, entry);
        if (refusal) {
          own.cancel(call, mine);
          if (entry?.outcome === 'in') leave(false);
          return refusal;
        }
        return () => {
          own.end(call, mine, clock.now());
          leave(true);
        };
      } catch (error) {
        own.cancel(call, mine);
        if (signal.aborted) throw signal.reason;
        outage.lose(error);
        return refuse(SOON_MS, AWAY);
      }
    },
    pause(call, milliseconds) {
      shared.pause(call, milliseconds).catch(outage.lose);
    },
  };
}

function refuse(wait: number, because: string): Refusal {
  return { wait, paused: false, because };
}

function warn(error: unknown): void {
  // Only the error's name and code, because its message may name the server.
  const { name, code } = Object(error);
  const what = code === KEYS_LOST ? String(Object(error).message) : `Redis is unavailable (${code ?? name})`;
  process.emitWarning(
    `${what}; Weiban calls stay within this process's share of the limits until it can be used again.`,
    { code: 'WEIBAN_REDIS_AWAY' },
  );
}
