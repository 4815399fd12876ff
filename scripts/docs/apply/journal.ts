import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import { writeFiles } from '../../kit/write-files.ts';
import { JOURNAL_FILE } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';

/**
 * Replaces files of a specification, all of them or none: what was there is written down first, so that
 * {@link restore} can put it back after a power cut. An interruption (Ctrl-C) waits until all are replaced.
 * @throws SpecError for a file outside the folder; nothing is written then.
 */
export function commitFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const path of files.keys()) {
    const below = relative(folder, path);
    if (below.startsWith(`..${sep}`) || below === '..' || isAbsolute(below))
      refuse(`${path} is outside the specification`, 'give a page whose path begins as the others do');
  }
  if (files.size === 0) return;
  const before = [...files.keys()].map((path): [string, string | null] => [
    relative(folder, path),
    existsSync(path) ? readFileSync(path, 'utf8') : null,
  ]);
  const journal = join(folder, JOURNAL_FILE);
  const wait = () => {};
  for (const signal of SIGNALS) process.on(signal, wait);
  try {
    writeFiles(new Map([[journal, JSON.stringify(Object.fromEntries(before))]]));
    writeFiles(files);
    rmSync(journal);
  } catch (error) {
    restore(folder);
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, wait);
  }
}

/** Puts back what stood there before a replacement that was cut off; says whether there was one. */
function restore(folder: string): boolean {
  const journal = join(folder, JOURNAL_FILE);
  if (!existsSync(journal)) return false;
  const before: unknown = JSON.parse(readFileSync(journal, 'utf8'));
  const texts = new Map<string, string>();
  for (const [below, text] of Object.entries(isObject(before) ? before : {})) {
    const path = join(folder, below);
    if (typeof text === 'string') texts.set(path, text);
    else rmSync(path, { force: true });
    for (const name of existsSync(dirname(path)) ? readdirSync(dirname(path)) : [])
      if (name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp')) rmSync(join(dirname(path), name));
  }
  writeFiles(texts);
  rmSync(journal);
  return true;
}

/** The same by the folder or the root document of a specification, as commands are given it. */
export function restoreSpec(spec: string): boolean {
  const path = resolve(spec);
  return restore(/\.ya?ml$/.test(path) ? dirname(path) : path);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'docs', message, fix }]);
}
