import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

import { isRunning } from '../kit/is-running.ts';
import { TEMPORARY, writeFiles } from '../kit/write-files.ts';
import { isGenerated } from './header.ts';

/** The differences between the output folder and what should be in it. */
export interface OutputPlan {
  /** Files that are missing or have different content. */
  readonly stale: readonly string[];
  /** Generated files that are no longer generated. */
  readonly obsolete: readonly string[];
}

/**
 * Compares the generated files with the files in the folder. Only files with the generated header count as obsolete;
 * everything else in the folder belongs to a person, but for the temporary files of a run that was killed.
 * @param isOurs whether a file belongs to what is generated now; any other is left as it is.
 * @throws Error if a file would be outside the folder.
 */
export function planOutputs(
  folder: string,
  files: ReadonlyMap<string, string>,
  isOurs: (name: string) => boolean = () => true,
): OutputPlan {
  const stale = [...files]
    .filter(([name, text]) => readText(inside(folder, name)) !== text)
    .map(([name]) => name);
  const obsolete = listFiles(folder).filter((name) => {
    const pid = TEMPORARY.exec(name)?.[1];
    // A run that was killed leaves parts of files, which need not have the header.
    if (pid !== undefined) return !isRunning(Number(pid));
    return !files.has(name) && isOurs(name) && isGenerated(readText(join(folder, name)) ?? '');
  });
  return { stale, obsolete };
}

/** Writes the stale files, all or none of them, and removes the obsolete ones. */
export function writeOutputs(folder: string, files: ReadonlyMap<string, string>, plan: OutputPlan): void {
  writeFiles(new Map(plan.stale.map((name) => [inside(folder, name), files.get(name) ?? ''])));
  for (const name of plan.obsolete) rmSync(inside(folder, name));
}

function inside(folder: string, name: string): string {
  const base = resolve(folder);
  const path = resolve(base, name);
  if (!path.startsWith(base + sep))
    throw new Error(`refusing to write ${JSON.stringify(name)}: it is outside ${folder}`);
  return path;
}

function listFiles(folder: string): string[] {
  const base = resolve(folder);
  try {
    return readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1))
      .sort();
  } catch {
    return [];
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
