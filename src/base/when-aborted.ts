/** What to run when a signal aborts, by signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs `work` when the signal aborts. All calls with the same signal share one listener: Node warns of a leak at the
 * eleventh. Returns a function that forgets `work`, and the listener with the last one.
 */
export function whenAborted(signal: AbortSignal, work: () => void): () => void {
  let works = waiting.get(signal);
  if (!works) {
    works = new Set();
    waiting.set(signal, works);
    signal.addEventListener('abort', run);
  }
  works.add(work);
  return () => {
    works.delete(work);
    if (works.size > 0 || waiting.get(signal) !== works) return;
    waiting.delete(signal);
    signal.removeEventListener('abort', run);
  };
}

function run(this: AbortSignal): void {
  for (const work of waiting.get(this) ?? []) work();
}
