/** The clock for limits, retries, timeouts and tokens. Tests pass their own. */
export interface Clock {
  /** Milliseconds since the epoch; never goes back. */
  now(): number;
  /** Runs `work` after the given milliseconds. Returns a function that cancels it. */
  after(milliseconds: number, work: () => void): () => void;
}

// setTimeout fires at once for a longer delay.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's time. It does not jump when somebody sets the system clock. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(milliseconds, work) {
    const timer = milliseconds <= LONGEST_TIMER_MS ? setTimeout(work, milliseconds) : undefined;
    return () => clearTimeout(timer);
  },
};

/** Resolves after the given milliseconds. Rejects with the signal's reason when the signal aborts. */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      cancel();
      reject(signal.reason);
    };
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
