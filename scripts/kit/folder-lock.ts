import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { SpecError } from './diagnostic.ts';
import { isRunning } from './is-running.ts';
import { writeWhole } from './write-files.ts';

/** The lock of a folder, while it is held. */
export interface FolderLock {
  /** The locked folder, as it was given. */
  readonly folder: string;
  /**
   * Call it directly before writing.
   * @throws SpecError if the process stood still for so long that another command took the lock.
   */
  readonly assertHeld: () => void;
}

/** Options of {@link withFolderLock}. */
export interface LockOptions {
  /** The command that takes the lock, as another command's message names it: `docs apply`. */
  readonly command: string;
  /** How long to wait for another command, in milliseconds. */
  readonly patience: number;
}

/** The folder that stands for the lock, and the file that says who holds it. Neither name may look like a page. */
export const LOCK = '.lock';
export const HOLDER = '.lock-holder';
/** Nobody has touched a lock for this long: its process is taken for dead, wherever it ran. */
const STALE_MS = 20_000;
const UPDATE_MS = 5000;
/** How often a waiting command tries again. */
const ROUND_MS = 50;
/** A lock that was touched so lately may be a new one, whose holder has not written its name yet. */
const NEW_MS = 1000;

/**
 * Runs work while no other command has the lock of the same folder. The lock of a process that died is taken over:
 * within seconds on the same machine, else after 20 seconds.
 * @throws SpecError if another command still holds the lock when the patience ends, or the folder cannot be written to.
 */
export async function withFolderLock<Result>(
  folder: string,
  { command, patience }: LockOptions,
  work: (held: FolderLock) => Promise<Result>,
): Promise<Result> {
  const release = await waitForLock(folder, performance.now() + patience);
  const id = randomUUID();
  const holder = join(folder, HOLDER);
  const isHeld = () => readHolder(folder)?.id === id;
  try {
    const since = new Date().toISOString();
    writeWhole(holder, JSON.stringify({ id, command, pid: process.pid, host: hostname(), since }));
    return await work({
      folder,
      assertHeld: () => {
        if (!isHeld()) throw locked(`${folder} was taken over by ${describeHolder(folder)}`);
      },
    });
  } finally {
    if (isHeld()) rmSync(holder, { force: true });
    await release().catch(() => undefined);
  }
}

async function waitForLock(folder: string, deadline: number): Promise<() => Promise<void>> {
  for (;;) {
    expireDead(folder);
    try {
      return await lock(folder, {
        lockfilePath: join(folder, LOCK),
        stale: STALE_MS,
        update: UPDATE_MS,
        // The default throws where nobody can catch; assertHeld notices a lost lock before anything is written.
        onCompromised: () => undefined,
      });
    } catch (error) {
      if (Object(error).code !== 'ELOCKED' || performance.now() > deadline) refuse(folder, error);
    }
    // The library's own retries end in an error that does not say that the lock is held.
    await pause(ROUND_MS);
  }
}

/** Makes the lock of a dead process of this machine look old, so that it is taken over now. */
function expireDead(folder: string): void {
  const holder = readHolder(folder);
  if (holder === undefined || holder.host !== hostname() || isRunning(Number(holder.pid))) return;
  const path = join(folder, LOCK);
  try {
    // A lock from the future was left before the clock was set back.
    if (Math.abs(Date.now() - statSync(path).mtimeMs) > NEW_MS) utimesSync(path, 0, 0);
  } catch {
    // The lock is gone: it can be taken.
  }
}

function refuse(folder: string, error: unknown): never {
  if (Object(error).code === 'ELOCKED')
    throw locked(`${folder} is being written by ${describeHolder(folder)}`);
  throw new SpecError([
    {
      code: 'locked',
      message: `${folder} cannot be locked: ${Object(error).message}`,
      fix: 'give a folder that exists and can be written to',
    },
  ]);
}

function locked(message: string): SpecError {
  return new SpecError([
    { code: 'locked', message, fix: 'wait until that command has finished, then run this one again' },
  ]);
}

/** Who holds the lock, for a message. */
function describeHolder(folder: string): string {
  const holder = readHolder(folder);
  if (holder === undefined) return 'another command';
  const { command, pid, host, since } = holder;
  return `${String(command)} (process ${String(pid)} on ${String(host)}, since ${String(since)})`;
}

function readHolder(folder: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return Object(JSON.parse(readFileSync(join(folder, HOLDER), 'utf8')));
  } catch {
    // The holder writes the file right after it has taken the lock, and removes it first.
    return undefined;
  }
}
