import { limits as documented } from '../../generated/operations.ts';
import type { Clock } from '../base/clock.ts';
import { numberAbove } from '../base/number-above.ts';
import type { Operation } from '../base/operation.ts';
import type { LimitClass } from '../limits/index.ts';

/** Limits that differ from the documented ones. */
export interface SandboxLimits {
  /** Calls in flight at once. */
  readonly inFlight?: number;
  /** Calls to one endpoint within a minute and within an hour, for each class of call. */
  readonly windows?: { readonly [K in LimitClass]?: { readonly minute?: number; readonly hour?: number } };
}

/** The error that a call gets for the limits. */
export type LimitError = 'ConcurrencyLimitExceeded' | 'CallRateLimitExceeded';

/** A call in flight. */
export interface Arrival {
  /** Whether too many others were in flight when it came. */
  readonly isTooMany: boolean;
  /** Says that it has ended. */
  end(): void;
}

/** What the calls of one company are held to. */
export interface Limits {
  /** A call has arrived. */
  arrive(): Arrival;
  /** Why a call that has arrived is refused; undefined where it is not. A refused call counts all the same. */
  refusal(operation: Operation, arrival: Arrival): LimitError | undefined;
  reset(): void;
}

interface Span {
  readonly milliseconds: number;
  readonly most: number;
  /** How long calls to the endpoint are refused for after the window was broken. */
  readonly block: number;
}

/** The calls to one endpoint. */
interface Log {
  readonly arrivals: number[];
  /** For each window, where the arrivals that it counts begin. */
  readonly heads: number[];
  blockedUntil: number;
}

const SECOND_MS = 1000;

/**
 * Holds calls to the documented limits (the guide 访问频率和并发限制, doc-382947) or to others; `false` holds them to none.
 * The strictest reading: windows slide, a call counts from its arrival, and a call in a block does not count again.
 *
 * @throws WeibanConfigError where a limit is not a number numberAbove zero.
 */
export function createLimits(given: 'documented' | false | SandboxLimits, clock: Clock): Limits {
  const options = given === 'documented' || given === false ? {} : given;
  const most =
    given === false
      ? Infinity
      : numberAbove(0, 'limits.inFlight', options.inFlight ?? documented.in_flight.company);
  const classes = given === false ? new Map<string, Span[]>() : spansOf(options);
  const logs = new Map<string, Log>();
  let inFlight = 0;

  const isTooOften = ({ id, limit }: Operation): boolean => {
    const spans = classes.get(limit) ?? [];
    const now = clock.now();
    const log = logs.get(id) ?? { arrivals: [], heads: spans.map(() => 0), blockedUntil: 0 };
    logs.set(id, log);
    if (now < log.blockedUntil) return true;
    log.arrivals.push(now);
    let isBroken = false;
    for (const [at, { milliseconds, most: allowed, block }] of spans.entries()) {
      let head = log.heads[at] ?? 0;
      while ((log.arrivals[head] ?? now) <= now - milliseconds) head++;
      log.heads[at] = head;
      if (log.arrivals.length - head <= allowed) continue;
      isBroken = true;
      log.blockedUntil = Math.max(log.blockedUntil, now + block);
    }
    forget(log);
    return isBroken;
  };

  return {
    arrive() {
      inFlight++;
      let hasEnded = false;
      return {
        isTooMany: inFlight > most,
        end() {
          if (!hasEnded) inFlight--;
          hasEnded = true;
        },
      };
    },
    refusal(operation, { isTooMany }) {
      if (isTooMany) return 'ConcurrencyLimitExceeded';
      return isTooOften(operation) ? 'CallRateLimitExceeded' : undefined;
    },
    reset: () => logs.clear(),
  };
}

function spansOf({ windows }: SandboxLimits): Map<string, Span[]> {
  const names: LimitClass[] = ['read', 'write', 'bulk'];
  return new Map(
    names.map((name) => {
      const { minute, hour } = { ...documented.windows[name], ...windows?.[name] };
      const { blocks } = documented;
      return [
        name.charAt(0),
        [
          {
            milliseconds: 60_000,
            most: numberAbove(0, 'limits.windows', minute),
            block: blocks.minute * SECOND_MS,
          },
          {
            milliseconds: 3_600_000,
            most: numberAbove(0, 'limits.windows', hour),
            block: blocks.hour * SECOND_MS,
          },
        ],
      ];
    }),
  );
}

/** Drops the arrivals that no window counts any more. */
function forget({ arrivals, heads }: Log): void {
  const first = Math.min(...heads, arrivals.length);
  if (first < 1000) return;
  arrivals.splice(0, first);
  for (const at of heads.keys()) heads[at] = (heads[at] ?? 0) - first;
}
