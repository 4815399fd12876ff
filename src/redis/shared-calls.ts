import type { Redis } from 'ioredis';
import { Semaphore } from 'redis-semaphore';
import type { GateCall, Refusal } from '../limits/index.ts';
import { SOON_MS } from './own-calls.ts';
import { ENTER, LEAVE, PAUSE, RESTORE } from './scripts.ts';
import { withTimeout } from './with-timeout.ts';

/** The answer of Redis to a call that is waiting to be sent. */
export interface SharedEntry {
  /** Calls of all processes in each window. */
  readonly used: readonly number[];
  /** Why the call may not be sent yet; undefined if it may. */
  readonly refusal: Refusal | undefined;
  /** Gives the places back. A refused call has already given them back. */
  leave(): Promise<void>;
}

// A process that dies holds its places for so long. The library's own renewal of leases is off: if Redis is
// unavailable at that moment, it rejects where nobody can catch.
const LEASE_MS = 60_000;

/** The calls of all processes, kept in Redis. */
export type SharedCalls = ReturnType<typeof createSharedCalls>;

/** Manages the places in flight and the windows in Redis. Every function rejects if Redis is unavailable. */
export function createSharedCalls(redis: Redis, prefix: string) {
  // The braces keep the keys of one company on one node of a cluster.
  const keyOf = ({ company }: GateCall, name: string) => `${prefix}:{${company}}:${name}`;
  const callsKey = (call: GateCall) => keyOf(call, `calls:${call.endpoint}`);
  const evaluate = (script: string, keys: string[], values: (string | number)[]) =>
    redis.eval(script, keys.length, ...keys, ...values);

  const leaveWindows = (call: GateCall, id: string) =>
    withTimeout(redis, () => evaluate(LEAVE, [callsKey(call)], [id]));

  return {
    /** Marks a call as ended. Ignores a call that Redis does not know. */
    leaveWindows,

    /** Takes a place in flight, if one is free now. */
    async takePlace(call: GateCall): Promise<Semaphore | undefined> {
      const place = new Semaphore(redis, keyOf(call, 'in-flight'), call.inFlight, {
        acquireAttemptsLimit: 1,
        lockTimeout: LEASE_MS,
        refreshInterval: 0,
      });
      const isTaken = await withTimeout(
        redis,
        () => place.tryAcquire(),
        (late) => late && place.release(),
      );
      return isTaken ? place : undefined;
    },

    /** Enters the windows with a place in flight. Gives the place back if a window is full. */
    async enter(call: GateCall, id: string, place: Semaphore): Promise<SharedEntry> {
      const keys = [keyOf(call, `pause:${call.limit}`), callsKey(call)];
      const values = [id, LEASE_MS, SOON_MS, ...call.windows.flat()];
      const release = () => place.release().catch(() => undefined);
      const reply = await withTimeout(
        redis,
        () => evaluate(ENTER, keys, values),
        () => leaveWindows(call, id).catch(() => undefined),
      ).catch((error) => {
        // If Redis is unavailable, the lease simply expires.
        void release();
        throw error;
      });
      const [isIn, wait = 0, paused, ...used] = [reply].flat().map(Number);
      if (!isIn) await withTimeout(redis, () => place.release());
      return {
        used,
        refusal: isIn ? undefined : { wait, paused: paused === 1 },
        leave: async () => {
          await Promise.all([withTimeout(redis, () => place.release()), leaveWindows(call, id)]);
        },
      };
    },

    /** Restores calls of this process that Redis may have lost. */
    async restore(
      call: GateCall,
      calls: readonly { readonly id: string; readonly endedAt: number | undefined }[],
      now: number,
    ): Promise<void> {
      const longest = Math.max(0, ...call.windows.map(([span]) => span));
      const values = calls.flatMap(({ id, endedAt }) => [
        endedAt === undefined ? -LEASE_MS : now - endedAt,
        id,
      ]);
      await withTimeout(redis, () => evaluate(RESTORE, [callsKey(call)], [longest, LEASE_MS, ...values]));
    },

    /** Pauses a class of calls in every process. A longer pause stays in force. */
    async pause(call: GateCall, milliseconds: number): Promise<void> {
      const key = keyOf(call, `pause:${call.limit}`);
      await withTimeout(redis, () => evaluate(PAUSE, [key], [Math.ceil(milliseconds)]));
    },
  };
}
