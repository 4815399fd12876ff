import type { LimitError } from './limits.ts';

/** A time in which calls are refused for the limits, one after the other. */
export interface Storm {
  /** Begins one over so many calls, the one that begins it included; the error of that one. */
  begin(calls: number): LimitError;
  /** The error of the next call while it lasts. */
  next(): LimitError | undefined;
  clear(): void;
}

/** No storm yet. Too many calls in flight and too many in a window take turns. */
export function createStorm(): Storm {
  let left = 0;
  let count = 0;
  const next = (): LimitError | undefined => {
    if (left <= 0) return undefined;
    left--;
    return count++ % 2 === 0 ? 'ConcurrencyLimitExceeded' : 'CallRateLimitExceeded';
  };
  return {
    begin(calls) {
      left = calls;
      return next() ?? 'ConcurrencyLimitExceeded';
    },
    next,
    clear() {
      left = 0;
      count = 0;
    },
  };
}
