/** The time that limits, retries, time limits and tokens go by. A test gives one of its own. */
export interface Clock {
  /** Milliseconds since the epoch; never goes back. */
  now(): number;
  /** Does `work` after so many milliseconds; what it returns calls that off. */
  after(milliseconds: number, work: () => void): () => void;
}

// Above it setTimeout fires at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time, unmoved by someone who sets its clock. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(milliseconds, work) {
    const timer = milliseconds <= LONGEST_TIMER_MS ? setTimeout(work, milliseconds) : undefined;
    return () => clearTimeout(timer);
  },
};

/** Resolves after so many milliseconds; rejects with the signal's reason once that aborts. */
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
