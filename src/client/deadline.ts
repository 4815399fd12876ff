import type { Clock } from '../base/clock.ts';
import { WeibanTimeoutError } from '../base/errors.ts';
import { whenAborted } from '../base/when-aborted.ts';

/** When to give up on a call. */
export interface Deadline {
  /** The operation's id, for the error. */
  readonly operation: string;
  /** Milliseconds; `Infinity` for no limit. */
  readonly timeout: number;
  /** The caller's own signal. */
  readonly signal?: AbortSignal | undefined;
  readonly clock: Clock;
}

/**
 * Runs `work`. Rejects as soon as the time is up (with WeibanTimeoutError) or the caller aborts (with the
 * signal's reason), even if the work ignores its signal.
 */
export function withDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { operation, timeout, signal, clock } = deadline;
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let ignore = () => {};
    const settle = () => {
      cancel();
      ignore();
    };
    const stop = (reason: unknown) => {
      settle();
      reject(reason);
      controller.abort(reason);
    };
    const cancel = clock.after(timeout, () =>
      stop(
        new WeibanTimeoutError(`${operation} took longer than ${timeout} ms; try again or allow more time.`, {
          operation,
        }),
      ),
    );
    if (signal?.aborted) return stop(signal.reason);
    if (signal) ignore = whenAborted(signal, () => stop(signal.reason));
    work(controller.signal).finally(settle).then(resolve, reject);
  });
}
