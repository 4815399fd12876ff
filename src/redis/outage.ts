import type { Redis } from 'ioredis';
import type { Clock } from '../base/clock.ts';
import type { GateCall } from '../limits/index.ts';
import { type OwnCalls, SETTLE_MS } from './own-calls.ts';
import { watchServer } from './server-watch.ts';
import type { SharedCalls } from './shared-calls.ts';
import { withTimeout } from './with-timeout.ts';

/** Whether Redis is unavailable to this process, and when calls may be sent meanwhile. */
export interface Outage {
  /** Whether Redis does not answer, so that no call is entered there. */
  isAway(): boolean;
  /** Milliseconds until the call may be sent within this process's share; 0 while the limits are shared. */
  wait(call: GateCall): number;
  /** Reports a failed command. */
  lose(error: unknown): void;
}

interface OutageOptions {
  readonly redis: Redis;
  readonly own: OwnCalls;
  readonly shared: SharedCalls;
  readonly processes: number;
  /** Milliseconds that the process stays within its share after it has reported its calls to Redis. */
  readonly rejoinAfter: number;
  readonly onAway: (error: unknown) => void;
  readonly onBack: (() => void) | undefined;
  readonly clock: Clock;
}

const PROBE_MS = 500;

/**
 * Notices that Redis is lost, reports this process's calls once Redis answers again, and then shares the
 * limits again.
 */
export function createOutage(options: OutageOptions): Outage {
  const { redis, own, shared, processes, rejoinAfter, onAway, onBack, clock } = options;
  const server = watchServer(redis);
  let mode: 'shared' | 'away' | 'rejoining' = 'shared';
  let awaySince = 0;
  let lostAt = -Infinity;
  let cause: unknown;
  let backAt = 0;
  let isReported = false;
  let isProbing = false;
  let run = server.firstRun;
  let hasForgotten = false;

  const lose = (error: unknown) => {
    if (mode === 'away') return;
    // A loss while rejoining is part of the same outage.
    if (mode === 'shared') awaySince = clock.now();
    mode = 'away';
    cause = error;
    lostAt = clock.now();
    own.lose();
    probe();
  };

  /** Checks again and again whether Redis answers. */
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
      // `unref`: a program that has finished does not wait for Redis.
    }, PROBE_MS).unref();
  };

  /** Reports this process's calls to Redis. */
  const rejoin = async () => {
    await withTimeout(redis, () => redis.ping());
    const found = await server.run();
    hasForgotten ||= found === undefined || found !== (await run);
    run = Promise.resolve(found);
    // From here on every call is entered in Redis too, so that none is lost between the report and the new calls.
    mode = 'rejoining';
    backAt = Infinity;
    for (const { call, calls } of own.endpoints(clock.now())) await shared.restore(call, calls, clock.now());
    // Nobody sends a call within the settling time, so after a shorter outage Redis has seen every call.
    const isQuiet = !hasForgotten && clock.now() - awaySince < SETTLE_MS;
    if (mode === 'rejoining') backAt = clock.now() + (isQuiet ? 0 : rejoinAfter);
  };

  // A process that sends no commands would not notice the outage, and a restarted Redis has forgotten its calls.
  server.onLost(() => lose(new Error('the connection was lost')));

  return {
    isAway: () => mode === 'away',
    lose,
    wait(call) {
      const now = clock.now();
      if (mode === 'rejoining' && now >= backAt) {
        mode = 'shared';
        hasForgotten = false;
        if (isReported) onBack?.();
        isReported = false;
      }
      if (mode === 'shared') return 0;
      if (!isReported) onAway(cause);
      isReported = true;
      return own.wait(call, { lostAt, processes }, now);
    },
  };
}
