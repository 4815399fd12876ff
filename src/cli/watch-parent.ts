/** Milliseconds between two looks. */
const PAUSE = 500;

/**
 * Tells once when the process that started this one has gone, where that is npm: npx, sent SIGTERM, ends without passing
 * it on, and a sandbox would keep its port. Without npm a command outlives whoever started it, as `nohup` wants it.
 */
export function watchParent(env: Readonly<Record<string, string | undefined>>, whenGone: () => void): void {
  if (env.npm_command === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    whenGone();
  }, PAUSE);
  timer.unref();
}
