import type { Redis } from 'ioredis';
import { Semaphore } from 'redis-semaphore';
import type { GateCall, Refusal } from '../limits/index.ts';
import { SOON_MS } from './own-calls.ts';
import { ENTER, LEAVE, PAUSE, RESTORE } from './scripts.ts';
import { within } from './within.ts';

/** What Redis says to a call that asks to go out. */
export interface SharedEntry {
  /** Calls of all processes in each window. */
  readonly used: readonly number[];
  /** Why not yet; undefined where the call is in. */
  readonly refusal: Refusal | undefined;
  /** Gives the places back; for a refused call that has been done. */
  leave(): Promise<void>;
}

// A process that dies holds its places so long. The library's own renewal of leases is off: where Redis is away at that
// moment, it rejects where nobody catches.
const LEASE_MS = 60_000;

export type SharedCalls = ReturnType<typeof createSharedCalls>;

/** The places in flight and the windows in Redis; every function rejects when Redis is away. */
export function createSharedCalls(redis: Redis, prefix: string) {
  // The braces keep the keys of one company on one node of a cluster.
  const keyOf = ({ company }: GateCall, name: string) => `${prefix}:{${company}}:${name}`;
  const callsKey = (call: GateCall) => keyOf(call, `calls:${call.endpoint}`);
  const evaluate = (script: string, keys: string[], values: (string | number)[]) =>
    redis.eval(script, keys.length, ...keys, ...values);

  const leaveWindows = (call: GateCall, id: string) =>
    within(redis, () => evaluate(LEAVE, [callsKey(call)], [id]));

  return {
    /** A call has ended; one that Redis does not know of is left alone. */
    leaveWindows,

    /** A place in flight, if one is free now. */
    async takePlace(call: GateCall): Promise<Semaphore | undefined> {
      const place = new Semaphore(redis, keyOf(call, 'in-flight'), call.inFlight, {
        acquireAttemptsLimit: 1,
        lockTimeout: LEASE_MS,
        refreshInterval: 0,
      });
      const isTaken = await within(
        redis,
        () => place.tryAcquire(),
        (late) => late && place.release(),
      );
      return isTaken ? place : undefined;
    },

    /** Enters the windows with a place in flight, which is given back where they are full. */
    async enter(call: GateCall, id: string, place: Semaphore): Promise<SharedEntry> {
      const keys = [keyOf(call, `pause:${call.limit}`), callsKey(call)];
      const values = [id, LEASE_MS, SOON_MS, ...call.windows.flat()];
      const release = () => place.release().catch(() => undefined);
      const reply = await within(
        redis,
        () => evaluate(ENTER, keys, values),
        () => leaveWindows(call, id).catch(() => undefined),
      ).catch((error) => {
        // Where Redis is away the lease ends by itself.
        void release();
        throw error;
      });
      const [isIn, wait = 0, paused, ...used] = [reply].flat().map(Number);
      if (!isIn) await within(redis, () => place.release());
      return {
        used,
        refusal: isIn ? undefined : { wait, paused: paused === 1 },
        leave: async () => {
          await Promise.all([within(redis, () => place.release()), leaveWindows(call, id)]);
        },
      };
    },

    /** Tells Redis of calls of this process that it may have lost. */
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
      await within(redis, () => evaluate(RESTORE, [callsKey(call)], [longest, LEASE_MS, ...values]));
    },

    /** Holds a class of calls in every process; a pause that lasts longer stays. */
    async pause(call: GateCall, milliseconds: number): Promise<void> {
      const key = keyOf(call, `pause:${call.limit}`);
      await within(redis, () => evaluate(PAUSE, [key], [Math.ceil(milliseconds)]));
    },
  };
}
