import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { GateCall } from '../limits/index.ts';
import { LEASE_MS, longestOf, SOON_MS } from './own-calls.ts';
import { CHECK, ENTER, LEAVE, PAUSE, RESTORE } from './scripts.ts';
import { withTimeout } from './with-timeout.ts';

/** The answer of Redis to a call that is waiting to be sent. */
export interface SharedEntry {
  /**
   * `in`: the call may be sent. `busy`: other calls hold all places in flight. `full`: a window is full. `paused`:
   * another process hit a limit. `empty`: Redis was found empty a moment ago, and other processes may still have to
   * report their calls. `lost`: Redis no longer has the marker that this process knows. Only `in` enters the call.
   */
  readonly outcome: 'in' | 'busy' | 'full' | 'paused' | 'empty' | 'lost';
  /** Milliseconds until it makes sense to ask again. */
  readonly wait: number;
  readonly marker: string;
  /** Calls of all processes in each window. */
  readonly used: readonly number[];
}

/** A call of this process, as Redis is told about it. */
interface KnownCall {
  readonly id: string;
  /** In milliseconds of the gate's clock; undefined while the call is in flight. */
  readonly endedAt: number | undefined;
}

interface Entrant {
  readonly call: GateCall;
  readonly id: string;
  /** The marker that this process knows, or ''. */
  readonly known: string;
  /** Milliseconds for which nobody enters an empty Redis. */
  readonly quiet: number;
}

/** The calls of all processes, kept in Redis. */
export type SharedCalls = ReturnType<typeof createSharedCalls>;

/**
 * Manages the places in flight and the windows in Redis. Every function rejects if Redis is unavailable. `quiet` is the
 * time in milliseconds for which nobody enters an empty Redis.
 */
export function createSharedCalls(redis: Redis, prefix: string, quiet: number) {
  // The braces keep the keys of one company on one node of a cluster.
  const keyOf = (company: string, name: string) => `${prefix}:{${company}}:${name}`;
  const callsKey = ({ company, endpoint }: GateCall) => keyOf(company, `calls:${endpoint}`);
  const markerKey = (company: string) => keyOf(company, 'marker');
  const checkKey = (company: string) => keyOf(company, 'check');
  const inFlightKey = (company: string) => keyOf(company, 'in-flight');
  const evaluate = (
    script: string,
    keys: readonly string[],
    values: readonly (string | number)[] = [],
    undo?: () => unknown,
  ) => withTimeout(redis, () => redis.eval(script, keys.length, ...keys, ...values), undo);

  /** Gives the call's place back. `isSent` says whether it counts in the windows. */
  const leave = async (call: GateCall, id: string, isSent: boolean): Promise<void> => {
    const values = [id, Number(isSent), longestOf(call), LEASE_MS];
    await evaluate(LEAVE, [callsKey(call), inFlightKey(call.company)], values);
  };

  const enterKeys = async (
    keys: readonly string[],
    { id, known, call, quiet }: Entrant,
    undo?: () => unknown,
  ): Promise<SharedEntry> => {
    const values = [id, LEASE_MS, SOON_MS, known, quiet, call.inFlight, ...call.windows.flat()];
    const [outcome, wait, marker, ...used] = [await evaluate(ENTER, keys, values, undo)].flat();
    // The script's own words.
    return {
      outcome: outcome as SharedEntry['outcome'],
      wait: Number(wait),
      marker: String(marker),
      used: used.map(Number),
    };
  };

  return {
    leave,

    /** Asks for a place in flight and in every window. `known` is the marker that this process knows, or ''. */
    enter(call: GateCall, id: string, known: string): Promise<SharedEntry> {
      const { company, limit } = call;
      const keys = [
        markerKey(company),
        keyOf(company, `pause:${limit}`),
        callsKey(call),
        inFlightKey(company),
      ];
      return enterKeys(keys, { id, known, call, quiet }, () => leave(call, id, false));
    },

    /**
     * Does what a call does, on keys that no call uses: so Redis has to be writable and the rights have to suffice.
     * Resolves to the marker.
     */
    async probe(company: string): Promise<string> {
      const endpoint = 'probe';
      const call = {
        company,
        endpoint,
        limit: endpoint,
        inFlight: 1_000_000,
        windows: [[1000, 1_000_000]],
      } as const;
      const id = randomUUID();
      const inFlight = keyOf(company, endpoint);
      const keys = [markerKey(company), keyOf(company, 'pause:probe'), callsKey(call), inFlight];
      await evaluate(PAUSE, [keyOf(company, 'pause:probe-write')], [1]);
      const { marker } = await enterKeys(keys, { id, known: '', call, quiet: 0 });
      await evaluate(CHECK, [markerKey(company), checkKey(company), callsKey(call)]);
      await evaluate(LEAVE, [callsKey(call), inFlight], [id, 1, 1000, LEASE_MS]);
      return marker;
    },

    /** Restores calls of this process that Redis may have lost. */
    async restore(call: GateCall, calls: readonly KnownCall[], now: number): Promise<void> {
      const keys = [markerKey(call.company), callsKey(call), inFlightKey(call.company)];
      const values = calls.flatMap(({ id, endedAt }) => [endedAt === undefined ? -1 : now - endedAt, id]);
      await evaluate(RESTORE, keys, [randomUUID(), longestOf(call), LEASE_MS, ...values]);
    },

    /** Whether Redis still has the marker and the calls of these endpoints of a company. Rejects unless it takes writes. */
    async has(company: string, marker: string, calls: readonly GateCall[]): Promise<boolean> {
      const keys = [markerKey(company), checkKey(company), ...calls.map(callsKey)];
      const [found, others] = [await evaluate(CHECK, keys)].flat();
      return found === marker && Number(others) === calls.length;
    },

    /** Pauses a class of calls in every process. A longer pause stays in force. */
    async pause(call: GateCall, milliseconds: number): Promise<void> {
      await evaluate(PAUSE, [keyOf(call.company, `pause:${call.limit}`)], [Math.ceil(milliseconds)]);
    },
  };
}
