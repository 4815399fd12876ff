import { limits } from '../../generated/operations.ts';
import { numberAbove } from '../base/number-above.ts';
import type { Window } from './gate.ts';

/** What one company may do, where it differs from what the documentation says of every company. */
export interface LimitOptions {
  /** Calls in flight at once. */
  readonly inFlight?: number;
  /** Calls to one endpoint within a minute and within an hour, for each class of call. */
  readonly windows?: { readonly [K in LimitClass]?: { readonly minute?: number; readonly hour?: number } };
  /** Calls that may wait for their turn; 10,000 when left out. One more is refused with WeibanLimitError. */
  readonly maxQueued?: number;
  /** Longest pause after a limit code that calls wait for, in milliseconds; 60,000 when left out. */
  readonly maxPause?: number;
}

/** The quotas that tell calls apart. */
export type LimitClass = 'read' | 'write' | 'bulk';

/** The limits, complete; a class stands under its first letter, as in an operation's row. */
export interface Quotas {
  readonly inFlight: number;
  readonly windows: ReadonlyMap<string, readonly Window[]>;
  readonly maxQueued: number;
  /** Milliseconds. */
  readonly maxPause: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Completes the options from the specification (the guide 访问频率和并发限制, doc-382947); `false` lifts the limits.
 *
 * @throws WeibanConfigError when a limit is not a number numberAbove zero.
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
        const { minute, hour } = { ...limits.windows[name], ...windows?.[name] };
        return [
          name.charAt(0),
          [
            [MINUTE_MS, numberAbove(0, 'limits.windows', minute)],
            [HOUR_MS, numberAbove(0, 'limits.windows', hour)],
          ],
        ];
      }),
    ),
    maxQueued: numberAbove(-1, 'limits.maxQueued', maxQueued),
    maxPause: numberAbove(-1, 'limits.maxPause', maxPause),
  };
}
