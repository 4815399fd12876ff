import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

import { writeWhole } from '../kit/write-files.ts';
import { isGenerated } from './header.ts';

/** What stands between the output folder and what should be in it. */
export interface OutputPlan {
  /** Files whose content differs or that are missing. */
  readonly stale: readonly string[];
  /** Generated files that nothing generates any more. */
  readonly left: readonly string[];
}

/**
 * Compares the files that should be with those that are. Only files that carry the generated header count as left
 * over: whatever else lies in the folder is a person's.
 * @throws Error where a file would lie outside the folder.
 */
export function planOutputs(folder: string, files: ReadonlyMap<string, string>): OutputPlan {
  const stale = [...files]
    .filter(([name, text]) => readText(inside(folder, name)) !== text)
    .map(([name]) => name);
  const left = listFiles(folder).filter(
    (name) => !files.has(name) && isGenerated(readText(join(folder, name)) ?? ''),
  );
  return { stale, left };
}

/** Writes what is stale, each file whole or not at all, and removes what is left over. */
export function writeOutputs(folder: string, files: ReadonlyMap<string, string>, plan: OutputPlan): void {
  for (const name of plan.stale) writeWhole(inside(folder, name), files.get(name) ?? '');
  for (const name of plan.left) rmSync(inside(folder, name));
}

function inside(folder: string, name: string): string {
  const base = resolve(folder);
  const path = resolve(base, name);
  if (!path.startsWith(base + sep))
    throw new Error(`refusing to write ${JSON.stringify(name)}: it lies outside ${folder}`);
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
