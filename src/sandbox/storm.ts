import { LIMIT_ERRORS } from './known-errors.ts';
import type { LimitError } from './limits.ts';

/** A series of calls that are refused because of the limits. */
export interface Storm {
  /** Begins a storm of so many calls, including the current one. Returns the error of the current call. */
  begin(calls: number): LimitError;
  /** The error of the next call; undefined if there is no storm. */
  next(): LimitError | undefined;
  clear(): void;
}

/** Creates a storm that has not begun. Its errors alternate: too many calls in flight, too many calls in a window. */
export function createStorm(): Storm {
  let remaining = 0;
  let count = 0;
  const next = (): LimitError | undefined => {
    if (remaining <= 0) return undefined;
    remaining--;
    return LIMIT_ERRORS[count++ % 2];
  };
  return {
    begin(calls) {
      remaining = calls;
      return next() ?? LIMIT_ERRORS[0];
    },
    next,
    clear() {
      remaining = 0;
      count = 0;
    },
  };
}
