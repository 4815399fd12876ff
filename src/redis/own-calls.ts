import type { GateCall } from '../limits/index.ts';

/** One call of this process. */
interface OwnCall {
  readonly id: string;
  /** Losses of Redis before it began. */
  readonly losses: number;
  /** Milliseconds by the gate's clock; undefined while it is in flight. */
  endedAt: number | undefined;
}

/** What this process did on one endpoint, and what it last heard that all did. */
interface OwnEndpoint {
  readonly call: GateCall;
  /** In the order of their beginning. */
  calls: OwnCall[];
  /** Calls of all processes in each window, when Redis was last asked. */
  used: readonly number[];
  /** Whether others were ever seen to use the endpoint: what was heard last may be older than their last calls. */
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

/** The calls of this process: all that it knows while Redis is away. */
export interface OwnCalls {
  /** Milliseconds until the call may go out within this process's share of the limits, 0 for now. */
  wait(call: GateCall, loss: Loss, now: number): number;
  begin(call: GateCall, id: string): OwnCall;
  end(call: GateCall, own: OwnCall, now: number): void;
  /** The call that began did not go out. */
  cancel(call: GateCall, own: OwnCall): void;
  /** What Redis says that all processes used of each window. */
  learn(call: GateCall, used: readonly number[], now: number): void;
  /** Whether Redis was lost since the call began. */
  isBeforeLoss(own: OwnCall): boolean;
  /** Redis was lost: what is begun from now on is counted anew. */
  lose(): void;
  /** The endpoints with calls that a window may still count. */
  endpoints(now: number): readonly { readonly call: GateCall; readonly calls: readonly OwnCall[] }[];
}

/** When to ask again for a place that the end of a call makes free. */
export const SOON_MS = 20;
// So long the calls of other processes that were in flight when Redis was lost may go on.
export const SETTLE_MS = 1000;
// A window up to so long can be waited out.
const SHORT_MS = 60_000;

/** Keeps the calls of this process as long as a window counts them. */
export function createOwnCalls(): OwnCalls {
  const endpoints = new Map<string, OwnEndpoint>();
  const inFlight = new Map<string, number>();
  let losses = 0;
  const of = (call: GateCall): OwnEndpoint => {
    const key = `${call.company} ${call.endpoint}`;
    const own = endpoints.get(key) ?? { call, calls: [], used: [], isShared: false, sinceLoss: 0 };
    endpoints.set(key, own);
    return own;
  };
  const forget = (own: OwnEndpoint, now: number) => {
    const longest = Math.max(0, ...own.call.windows.map(([span]) => span));
    const isCounted = ({ endedAt = Infinity }: OwnCall) => endedAt > now - longest;
    if (own.calls[0] && !isCounted(own.calls[0])) own.calls = own.calls.filter(isCounted);
  };
  const count = ({ company }: GateCall, change: number) =>
    inFlight.set(company, (inFlight.get(company) ?? 0) + change);

  return {
    wait(call, loss, now) {
      const own = of(call);
      forget(own, now);
      const places = Math.max(1, Math.floor(call.inFlight / loss.processes));
      return Math.max(
        loss.lostAt + SETTLE_MS - now,
        (inFlight.get(call.company) ?? 0) < places ? 0 : SOON_MS,
        ...call.windows.map((_, at) => waitForWindow(own, at, loss, now)),
      );
    },
    begin(call, id) {
      const endpoint = of(call);
      const own: OwnCall = { id, losses, endedAt: undefined };
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
      const endpoint = of(call);
      endpoint.calls.splice(endpoint.calls.lastIndexOf(own), 1);
      if (own.losses === losses) endpoint.sinceLoss--;
      count(call, -1);
    },
    learn(call, used, now) {
      const own = of(call);
      own.used = used;
      const [[span = 0] = []] = call.windows;
      const isOver = ({ endedAt = Infinity }: OwnCall) => endedAt <= now - span;
      const mine = own.calls.length - 1 - own.calls.findLastIndex(isOver);
      own.isShared ||= (used[0] ?? 0) > mine;
    },
    isBeforeLoss: (own) => own.losses !== losses,
    lose() {
      losses++;
      for (const own of endpoints.values()) own.sinceLoss = 0;
    },
    endpoints(now) {
      for (const own of endpoints.values()) forget(own, now);
      return [...endpoints.values()].filter(({ calls }) => calls.length > 0);
    },
  };
}

/**
 * In the first window after the loss the calls that the others made before still count, and how many those are is not
 * known to the last one. Of a short window nothing is taken then, unless nobody else was ever seen to use it; of a long one, this
 * process's share of what was left. After that, its share of the whole.
 */
function waitForWindow(own: OwnEndpoint, at: number, { lostAt, processes }: Loss, now: number): number {
  const [span, most] = own.call.windows[at] ?? [0, Infinity];
  const used = own.used[at] ?? 0;
  const left = span <= SHORT_MS && own.isShared ? 0 : Math.floor((most - used) / processes);
  // The last calls of the others may have ended, and been counted, a while after the loss.
  const firstEnds = lostAt + SETTLE_MS + span;
  const first = now < firstEnds && own.sinceLoss >= left ? firstEnds - now : 0;
  const share = Math.max(1, Math.floor(most / processes));
  const inWindow = own.calls.filter(({ endedAt = Infinity }) => endedAt > now - span);
  const oldest = inWindow[inWindow.length - share];
  if (!oldest) return first;
  return Math.max(first, oldest.endedAt === undefined ? SOON_MS : oldest.endedAt + span - now);
}
