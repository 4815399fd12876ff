import type { GateCall } from '../limits/index.ts';

/** One call of this process. */
export interface OwnCall {
  readonly id: string;
  /** How often Redis had been lost before the call began. */
  readonly losses: number;
  /** Milliseconds of the gate's clock. */
  readonly begunAt: number;
  /** When it ended, in milliseconds of the gate's clock; undefined while it is in flight. */
  endedAt: number | undefined;
  /** Whether it was let through; until then it waits for the answer of Redis. */
  isSent: boolean;
  /** Whether Redis has counted it, or was told about it, since it was last lost. */
  isEntered: boolean;
}

/** This process's calls to one endpoint, and the latest known counts of all processes. */
interface OwnEndpoint {
  readonly call: GateCall;
  /** In the order in which they began. */
  calls: OwnCall[];
  /** Calls of all processes in each window, when Redis was last asked. */
  used: readonly number[];
  /** Whether other processes ever used the endpoint: then `used` may be older than their last calls. */
  isShared: boolean;
  /** Calls that this process began since Redis was lost. */
  sinceLoss: number;
}

/** When this process lost Redis, and how many processes share the limits. */
interface Loss {
  /** Milliseconds by the gate's clock. */
  readonly lostAt: number;
  readonly processes: number;
}

/** The calls of this process: all that it knows while Redis is unavailable. */
export interface OwnCalls {
  /** Milliseconds until the call may be sent within this process's share of the limits, 0 for now. */
  wait(call: GateCall, loss: Loss, now: number): number;
  begin(call: GateCall, id: string, now: number): OwnCall;
  end(call: GateCall, own: OwnCall, now: number): void;
  /** Removes a call that began but was not sent. */
  cancel(call: GateCall, own: OwnCall): void;
  /**
   * Remembers how many calls of all processes Redis counted in each window. Returns false if calls of this process are
   * missing there, so that Redis has lost keys.
   */
  learn(call: GateCall, used: readonly number[], now: number): boolean;
  /** Whether Redis was lost since the call began. */
  isBeforeLoss(own: OwnCall): boolean;
  /** Redis was lost: restarts the count of calls since the loss. */
  lose(): void;
  /** The endpoints with calls that a window may still count. */
  endpoints(now: number): readonly { readonly call: GateCall; readonly calls: readonly OwnCall[] }[];
  /** The endpoints with calls that Redis has to know. */
  expected(now: number): readonly GateCall[];
}

/** Milliseconds after which Redis gives away the place of a process that died. */
export const LEASE_MS = 60_000;
/** Milliseconds after which to ask again for a place that a call in flight holds. */
export const SOON_MS = 20;
/** Milliseconds that other processes' calls in flight may still take after Redis was lost. */
export const SETTLE_MS = 1000;
// A window of up to this length can be waited out.
const SHORT_MS = 60_000;
// The clocks of this process and of Redis may go at slightly different speeds, or be adjusted.
const TOLERANCE = 0.02;

/** Keeps the calls of this process as long as a window counts them. */
export function createOwnCalls(): OwnCalls {
  const endpoints = new Map<string, OwnEndpoint>();
  const inFlight = new Map<string, number>();
  let losses = 0;
  const endpointOf = (call: GateCall): OwnEndpoint => {
    const key = `${call.company} ${call.endpoint}`;
    const own = endpoints.get(key) ?? { call, calls: [], used: [], isShared: false, sinceLoss: 0 };
    endpoints.set(key, own);
    return own;
  };
  const forget = (own: OwnEndpoint, now: number) => {
    const longest = longestOf(own.call);
    const isCounted = ({ endedAt = Infinity }: OwnCall) => endedAt > now - longest;
    if (own.calls[0] && !isCounted(own.calls[0])) own.calls = own.calls.filter(isCounted);
  };
  const count = ({ company }: GateCall, change: number) =>
    inFlight.set(company, (inFlight.get(company) ?? 0) + change);

  return {
    wait(call, loss, now) {
      const own = endpointOf(call);
      forget(own, now);
      const places = Math.max(1, Math.floor(call.inFlight / loss.processes));
      return Math.max(
        loss.lostAt + SETTLE_MS - now,
        (inFlight.get(call.company) ?? 0) < places ? 0 : SOON_MS,
        ...call.windows.map((_, at) => waitForWindow(own, at, loss, now)),
      );
    },
    begin(call, id, now) {
      const endpoint = endpointOf(call);
      const own: OwnCall = { id, losses, begunAt: now, endedAt: undefined, isSent: false, isEntered: false };
      endpoint.calls.push(own);
      endpoint.sinceLoss++;
      count(call, 1);
      return own;
    },
    end(call, own, now) {
      own.endedAt = now;
      count(call, -1);
    },
    cancel(call, own) {
      const endpoint = endpointOf(call);
      endpoint.calls.splice(endpoint.calls.lastIndexOf(own), 1);
      if (own.losses === losses) endpoint.sinceLoss--;
      count(call, -1);
    },
    learn(call, used, now) {
      const own = endpointOf(call);
      own.used = used;
      if (used[0] === undefined) return true;
      const [atLeast, atMost] = countIn(own, now);
      own.isShared ||= used[0] > atMost;
      return used[0] >= atLeast;
    },
    isBeforeLoss: (own) => own.losses !== losses,
    lose() {
      losses++;
      for (const endpoint of endpoints.values()) {
        endpoint.sinceLoss = 0;
        for (const own of endpoint.calls) own.isEntered = false;
      }
    },
    endpoints(now) {
      for (const own of endpoints.values()) forget(own, now);
      return [...endpoints.values()].filter(({ calls }) => calls.length > 0);
    },
    expected(now) {
      const isExpected = ({ call, calls }: OwnEndpoint) => {
        const since = now - longestOf(call) * (1 - TOLERANCE);
        const last = calls.findLast(({ isEntered }) => isEntered);
        return last !== undefined && (last.endedAt ?? last.begunAt) > since;
      };
      return [...endpoints.values()].filter(isExpected).map(({ call }) => call);
    },
  };
}

/** How many calls of this process Redis has to count in the first window, and how many it may count. */
function countIn({ call, calls }: OwnEndpoint, now: number): [atLeast: number, atMost: number] {
  const [[span = 0] = []] = call.windows;
  const [inner, outer] = [span * (1 - TOLERANCE), span * (1 + TOLERANCE)];
  let atLeast = 0;
  let atMost = 0;
  for (let at = calls.length - 1; at >= 0; at--) {
    const own = calls[at];
    if (!own || (own.endedAt ?? Infinity) <= now - outer) break;
    if (!own.isEntered) continue;
    atMost++;
    // A call that takes longer than its lease counts from the end of the lease.
    if ((own.endedAt ?? own.begunAt + LEASE_MS) > now - inner) atLeast++;
  }
  return [atLeast, atMost];
}

/** The longest window of a call in milliseconds; 0 without windows. */
export function longestOf({ windows }: GateCall): number {
  return Math.max(0, ...windows.map(([span]) => span));
}

/**
 * Milliseconds until a window has room for the call. In the first window after the loss, the earlier calls of
 * the other processes still count, and their exact number is unknown. A short window is then not used at all,
 * unless no other process ever used the endpoint. A long window is used up to this process's share of what
 * remained. After that, this process uses its share of the full window.
 */
function waitForWindow(own: OwnEndpoint, at: number, { lostAt, processes }: Loss, now: number): number {
  const [span, most] = own.call.windows[at] ?? [0, Infinity];
  const used = own.used[at] ?? 0;
  const remaining = span <= SHORT_MS && own.isShared ? 0 : Math.floor((most - used) / processes);
  // The last calls of the other processes may have ended, and been counted, some time after the loss.
  const firstEnds = lostAt + SETTLE_MS + span;
  const first = now < firstEnds && own.sinceLoss >= remaining ? firstEnds - now : 0;
  const share = Math.max(1, Math.floor(most / processes));
  const inWindow = own.calls.filter(({ endedAt = Infinity }) => endedAt > now - span);
  const oldest = inWindow[inWindow.length - share];
  if (!oldest) return first;
  return Math.max(first, oldest.endedAt === undefined ? SOON_MS : oldest.endedAt + span - now);
}
