import { limits as documented } from '../../generated/operations.ts';
import type { Clock } from '../base/clock.ts';
import { numberAbove } from '../base/number-above.ts';
import type { Operation } from '../base/operation.ts';
import type { LimitClass, LimitOptions } from '../limits/index.ts';
import { type AnyError, LIMIT_ERRORS } from './known-errors.ts';

/** Limits that differ from the documented ones. */
export interface SandboxLimits {
  /** Calls in flight at once. */
  readonly inFlight?: number;
  /** Calls to one endpoint within a minute and within an hour, for each class of call. */
  readonly windows?: LimitOptions['windows'];
}

/** The error of a call that exceeds the limits. */
export type LimitError = AnyError;

/** A call in flight. */
export interface Arrival {
  /** Whether too many other calls were in flight when it arrived. */
  readonly isTooMany: boolean;
  /** Reports that the call has ended. */
  end(): void;
}

/** The limits for the calls of one company. */
export interface Limits {
  /** Reports that a call has arrived. */
  arrive(): Arrival;
  /** Why to refuse a call that has arrived; undefined if it is allowed. A refused call counts, too. */
  refusal(operation: Operation, arrival: Arrival): LimitError | undefined;
  reset(): void;
}

interface Span {
  readonly milliseconds: number;
  readonly most: number;
  /** How long calls to the endpoint are refused after the window was exceeded. */
  readonly block: number;
}

/** The calls to one endpoint. */
interface Log {
  readonly arrivals: number[];
  /** For each window, the index of the first arrival that it counts. */
  readonly heads: number[];
  blockedUntil: number;
}

const SECOND_MS = 1000;
/** The lengths of windows, in milliseconds. */
const SPANS: Readonly<Record<string, number>> = {
  second: SECOND_MS,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Enforces the documented limits (the guide 访问频率和并发限制, doc-382947) or other ones; `false` enforces none. This is the
 * strictest interpretation: windows slide, a call counts from its arrival, and a call in a block does not count again.
 *
 * @throws WeibanConfigError if a limit is not a positive number.
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
      if (isTooMany) return LIMIT_ERRORS[0];
      return isTooOften(operation) ? LIMIT_ERRORS[1] : undefined;
    },
    reset: () => logs.clear(),
  };
}

function spansOf({ windows }: SandboxLimits): Map<string, Span[]> {
  const names: LimitClass[] = ['read', 'write', 'bulk'];
  return new Map(
    names.map((name) => {
      const spans = Object.entries({ ...documented.windows[name], ...windows?.[name] });
      return [
        name.charAt(0),
        spans.map(([span, most]) => {
          const milliseconds = SPANS[span] ?? Infinity;
          const block = Number(documented.blocks[span]) * SECOND_MS;
          return {
            milliseconds,
            most: numberAbove(0, 'limits.windows', most),
            // Without a documented block, calls are refused until the window has passed.
            block: block > 0 ? block : milliseconds,
          };
        }),
      ];
    }),
  );
}

/** Drops the arrivals that no window counts any longer. */
function forget({ arrivals, heads }: Log): void {
  const first = Math.min(...heads, arrivals.length);
  if (first < 1000) return;
  arrivals.splice(0, first);
  for (const at of heads.keys()) heads[at] = (heads[at] ?? 0) - first;
}
