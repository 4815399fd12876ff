import { WeibanTimeoutError } from './errors.ts';

/** When to give up on a call. */
export interface Deadline {
  /** The operation's id, for the error. */
  readonly operation: string;
  /** Milliseconds; `Infinity` for no end. */
  readonly timeout: number;
  /** The caller's own signal. */
  readonly signal?: AbortSignal | undefined;
}

// Above it setTimeout fires at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs `work`, and rejects at once when the time is over (with WeibanTimeoutError) or the caller aborts (with the
 * signal's reason), whether or not the work heeds the signal it is given.
 */
export function withDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { operation, timeout, signal } = deadline;
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const stop = (reason: unknown) => {
      settle();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);
    const onTimeout = () =>
      stop(
        new WeibanTimeoutError(
          `${operation} took longer than ${timeout} ms; try again or raise the timeout.`,
          {
            operation,
          },
        ),
      );
    const timer = timeout <= LONGEST_TIMER_MS ? setTimeout(onTimeout, timeout) : undefined;
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    work(controller.signal).finally(settle).then(resolve, reject);
  });
}
