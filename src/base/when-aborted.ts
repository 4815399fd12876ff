/** What to run when a signal aborts, by signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs `work` when the signal aborts. All calls with the same signal share one listener: Node warns of a leak at the
 * eleventh. Returns a function that forgets `work`, and the listener with the last one.
 */
export function whenAborted(signal: AbortSignal, work: () => void): () => void {
  const works = waiting.get(signal) ?? new Set();
  waiting.set(signal, works);
  if (works.size === 0) signal.addEventListener('abort', run);
  works.add(work);
  return () => {
    if (works.delete(work) && works.size === 0) signal.removeEventListener('abort', run);
  };
}

function run(this: AbortSignal): void {
  for (const work of waiting.get(this) ?? []) work();
}
