import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The names of temporary files, with the number of the process that writes them. */
export const TEMPORARY = /\.(\d+)\.tmp$/;

/** Returns the files whose text differs from the file on disk. */
export function changedFiles(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text),
  );
}

/** Writes one file atomically: a reader sees the old text or the new one, never a part. */
export function writeWhole(path: string, text: string): void {
  writeFiles(new Map([[path, text]]));
}

/**
 * Writes files so that none is ever half-written: first writes all of them next to their targets, then renames each into
 * place.
 * @throws if a write or a rename fails. Temporary files are removed.
 */
export function writeFiles(files: ReadonlyMap<string, string>): void {
  const staged: [string, string][] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      staged.push([temporary, path]);
      writeTemporary(temporary, text, path);
    }
    for (const [temporary, path] of staged) renameSync(temporary, path);
  } finally {
    for (const [temporary] of staged) rmSync(temporary, { force: true });
  }
}

/** The system's own error about a full disk does not say which file it was. */
function writeTemporary(temporary: string, text: string, path: string): void {
  try {
    writeFileSync(temporary, text);
  } catch (error) {
    throw Object.assign(Object(error), { path });
  }
}
