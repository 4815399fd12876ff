import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The files whose text differs from what is on disk. */
export function changedFiles(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text),
  );
}

/** Writes one file so that a reader sees the old text or the new one, never a part. */
export function writeWhole(path: string, text: string): void {
  writeFiles(new Map([[path, text]]));
}

/**
 * Writes files so that none is ever half there: all of them beside their targets first, then each renamed into place.
 * @throws where the disk refuses; what was not renamed yet is removed again.
 */
export function writeFiles(files: ReadonlyMap<string, string>): void {
  const staged: [string, string][] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      staged.push([temporary, path]);
      writeFileSync(temporary, text);
    }
    for (const [temporary, path] of staged) renameSync(temporary, path);
  } finally {
    for (const [temporary] of staged) rmSync(temporary, { force: true });
  }
}
