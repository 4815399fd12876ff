import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

/** A process in another container may use the same folder for temporary files; its number says nothing here. */
const YOUNG_MS = 60_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work in a new temporary folder, which is removed when the work ends or a signal stops the process. What killed
 * processes left behind is removed too.
 * @param name the first part of the folder's name, such as `weiban-format`.
 */
export async function withTemporaryFolder<Result>(
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = createTemporaryFolder(name);
  const stop = (signal: NodeJS.Signals) => {
    unwatch();
    removeFolder(folder);
    // Without a listener, the signal ends the process as if nobody had listened.
    process.kill(process.pid, signal);
  };
  const unwatch = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(folder);
  } finally {
    unwatch();
    removeFolder(folder);
  }
}

/** Creates a temporary folder that names its process, and removes those of processes that were killed. */
export function createTemporaryFolder(name: string): string {
  const base = tmpdir();
  for (const entry of readdirSync(base)) {
    const [, owner, pid] = /^(.*)-(\d+)-[^-]+$/.exec(entry) ?? [];
    if (owner === name && !isRunning(Number(pid)) && isOld(join(base, entry)))
      removeFolder(join(base, entry));
  }
  return mkdtempSync(join(base, `${name}-${process.pid}-`));
}

function isOld(folder: string): boolean {
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN) > YOUNG_MS;
}

/** Removes a folder, if it may be removed: another user's stays. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch {
    // The next run tries again.
  }
}
