import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import type { FolderLock } from '../../kit/folder-lock.ts';
import { writeFiles } from '../../kit/write-files.ts';
import { JOURNAL_FILE } from '../../spec/load.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { isObject } from '../../spec/openapi.ts';

/**
 * Replaces files of a specification, all of them or none. The old texts are recorded first, so that
 * {@link restore} can put them back after a power cut. An interrupt (Ctrl-C) does not stop it half-way.
 * @param lock the lock of the specification, held since before what the files follow from was read.
 * @throws SpecError if a file is outside the folder, or the lock was lost; nothing is written then.
 */
export function commitFiles({ folder, assertHeld }: FolderLock, files: ReadonlyMap<string, string>): void {
  for (const path of files.keys()) {
    const name = relative(folder, path);
    if (name.startsWith(`..${sep}`) || name === '..' || isAbsolute(name))
      refuse(`${path} is outside the specification`, 'give a page whose path starts like the others');
  }
  if (files.size === 0) return;
  assertHeld();
  const before = [...files.keys()].map((path): [string, string | null] => [
    relative(folder, path),
    existsSync(path) ? readFileSync(path, 'utf8') : null,
  ]);
  const journal = join(folder, JOURNAL_FILE);
  const ignore = () => {};
  for (const signal of SIGNALS) process.on(signal, ignore);
  try {
    writeFiles(new Map([[journal, JSON.stringify(Object.fromEntries(before))]]));
    writeFiles(files);
    rmSync(journal);
  } catch (error) {
    restore(folder);
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, ignore);
  }
}

/** Puts the old files back after an interrupted replacement. Returns whether there was one. */
function restore(folder: string): boolean {
  const journal = join(folder, JOURNAL_FILE);
  if (!existsSync(journal)) return false;
  const before: unknown = JSON.parse(readFileSync(journal, 'utf8'));
  const texts = new Map<string, string>();
  for (const [name, text] of Object.entries(isObject(before) ? before : {})) {
    const path = join(folder, name);
    if (typeof text === 'string') texts.set(path, text);
    else rmSync(path, { force: true });
    for (const file of existsSync(dirname(path)) ? readdirSync(dirname(path)) : [])
      if (file.startsWith(`${basename(path)}.`) && file.endsWith('.tmp')) rmSync(join(dirname(path), file));
  }
  writeFiles(texts);
  rmSync(journal);
  return true;
}

/**
 * Restores a specification, given by its folder or its root document. Waits for a command that is still writing. Returns
 * whether there was anything to restore.
 */
export async function restoreSpec(spec: string): Promise<boolean> {
  return await withSpecLock(spec, 'docs restore', ({ folder }) => Promise.resolve(restore(folder)));
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'docs', message, fix }]);
}
