import type { Redis } from 'ioredis';
import type { Clock } from '../base/clock.ts';
import type { GateCall } from '../limits/index.ts';
import { type OwnCalls, SETTLE_MS } from './own-calls.ts';
import { watchServer } from './server-watch.ts';
import type { SharedCalls } from './shared-calls.ts';
import { within } from './within.ts';

/** Whether Redis is away from this process, and what calls may do meanwhile. */
export interface Outage {
  /** Nothing is entered in Redis: it does not answer. */
  isAway(): boolean;
  /** Milliseconds until the call may go out within this process's share; 0 where limits are shared. */
  wait(call: GateCall): number;
  /** A command failed. */
  lose(error: unknown): void;
}

interface OutageOptions {
  readonly redis: Redis;
  readonly own: OwnCalls;
  readonly shared: SharedCalls;
  readonly processes: number;
  /** Milliseconds that the process keeps to its share after it has told Redis what it did. */
  readonly rejoinAfter: number;
  readonly onAway: (error: unknown) => void;
  readonly onBack: (() => void) | undefined;
  readonly clock: Clock;
}

const PROBE_MS = 500;

/** Notices that Redis is lost, tells it what this process did once it answers again, and then shares limits again. */
export function createOutage(options: OutageOptions): Outage {
  const { redis, own, shared, processes, rejoinAfter, onAway, onBack, clock } = options;
  const server = watchServer(redis);
  let mode: 'shared' | 'away' | 'rejoining' = 'shared';
  let awaySince = 0;
  let lostAt = -Infinity;
  let lostBy: unknown;
  let backAt = 0;
  let isSaid = false;
  let isProbing = false;
  let run = server.firstRun;
  let isForgotten = false;

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

  /** Looks again and again whether Redis is there. */
  const probe = () => {
    if (isProbing) return;
    isProbing = true;
    setTimeout(async () => {
      isProbing = false;
      try {
        await rejoin();
      } catch {
        // Still away.
        mode = 'away';
        probe();
      }
      // A program that is done does not wait for Redis.
    }, PROBE_MS).unref();
  };

  /** Tells Redis what this process did. */
  const rejoin = async () => {
    await within(redis, () => redis.ping());
    const found = await server.run();
    isForgotten ||= found === undefined || found !== (await run);
    run = Promise.resolve(found);
    // From here on every call is entered in Redis as well, so that none falls between what it is told and what it sees.
    mode = 'rejoining';
    backAt = Infinity;
    for (const { call, calls } of own.endpoints(clock.now())) await shared.restore(call, calls, clock.now());
    // Within the time in which nobody sends anything, nobody did what Redis was not told.
    const isQuiet = !isForgotten && clock.now() - awaySince < SETTLE_MS;
    if (mode === 'rejoining') backAt = clock.now() + (isQuiet ? 0 : rejoinAfter);
  };

  // A process that asks nothing meanwhile would not see that Redis was away, and a restarted one has forgotten its calls.
  server.onLost(() => lose(new Error('the connection was lost')));

  return {
    isAway: () => mode === 'away',
    lose,
    wait(call) {
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
    },
  };
}
