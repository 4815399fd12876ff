/** Milliseconds between two checks. */
const PAUSE = 500;

/**
 * Calls back once when the parent process has ended, if that is npm: on SIGTERM, npx ends without passing the signal
 * on, and a sandbox would keep its port. Without npm, a command outlives its parent, as `nohup` requires.
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
