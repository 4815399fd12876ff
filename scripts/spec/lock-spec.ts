import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type FolderLock, withFolderLock } from '../kit/folder-lock.ts';

/** How long a command waits for another one that writes: longer than the lock of a dead process lasts. */
const PATIENCE_MS = 30_000;

/**
 * Runs work while no other command writes into a specification. Whatever decides what to write is read inside: what was
 * read before may be out of date.
 * @param spec the folder of the specification, or its root document.
 * @param command the command's name, for the message of a command that waits.
 * @throws SpecError if another command does not finish within half a minute.
 */
export async function withSpecLock<Result>(
  spec: string,
  command: string,
  work: (lock: FolderLock) => Promise<Result>,
  patience = PATIENCE_MS,
): Promise<Result> {
  const folder = folderOf(spec);
  // Nothing to lock: loading the specification says what is wrong, in its own words.
  if (!existsSync(folder)) return await work({ folder, assertHeld: () => undefined });
  return await withFolderLock(folder, { command, patience }, work);
}

function folderOf(spec: string): string {
  const path = resolve(spec);
  return /\.ya?ml$/.test(path) ? dirname(path) : path;
}
