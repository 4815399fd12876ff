import { limits } from '../../generated/operations.ts';
import { numberAbove } from '../base/number-above.ts';
import type { Window } from './gate.ts';

/** The limits of one company, where they differ from the documented ones. */
export interface LimitOptions {
  /** Calls in flight at once. */
  readonly inFlight?: number;
  /** Calls to one endpoint within a minute and within an hour, for each class of call. */
  readonly windows?: { readonly [K in LimitClass]?: { readonly [S in Span]?: number } };
  /** How many calls may wait for their turn. Default: 10,000. Further calls reject with WeibanLimitError. */
  readonly maxQueued?: number;
  /** The longest pause after a limit code that calls wait for, in milliseconds. Default: 60,000. */
  readonly maxPause?: number;
}

/** The lengths of windows. */
type Span = keyof typeof SPANS;

/** The classes of calls that have quotas of their own. */
export type LimitClass = 'read' | 'write' | 'bulk';

/** The complete limits. The key of a class is its first letter, as in an operation's row. */
export interface Quotas {
  readonly inFlight: number;
  readonly windows: ReadonlyMap<string, readonly Window[]>;
  readonly maxQueued: number;
  /** Milliseconds. */
  readonly maxPause: number;
}

const MINUTE_MS = 60_000;
const SPANS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Completes the options from the specification (the guide 访问频率和并发限制, doc-382947); `false` lifts the limits.
 *
 * @throws WeibanConfigError if a limit is not a number, or too small.
 */
export function resolveQuotas(options: LimitOptions | false = {}): Quotas {
  const {
    inFlight = limits.in_flight.company,
    windows,
    maxQueued = 10_000,
    maxPause = MINUTE_MS,
  } = options || { inFlight: Infinity };
  const classes: LimitClass[] = options ? ['read', 'write', 'bulk'] : [];
  return {
    inFlight: numberAbove(0, 'limits.inFlight', inFlight),
    windows: new Map(
      classes.map((name) => {
        const spans = Object.entries({ ...limits.windows[name], ...windows?.[name] });
        return [
          name.charAt(0),
          // The specification and the type of the option have no other spans.
          spans.map(([span, most]) => [SPANS[span as Span], numberAbove(0, 'limits.windows', most)]),
        ];
      }),
    ),
    maxQueued: numberAbove(-1, 'limits.maxQueued', maxQueued),
    maxPause: numberAbove(-1, 'limits.maxPause', maxPause),
  };
}
