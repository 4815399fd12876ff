import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runApply } from '../../../scripts/docs/apply/command-line.ts';
import { DOCUMENTED } from '../../support/page-of-facts.ts';
import { runCommand } from '../../support/run-command.ts';

/** A copy of a small specification that a test applies pages to. */
export interface ApplyPlace {
  readonly folder: string;
  readonly spec: string;
  readonly read: (file: string) => string;
  readonly has: (file: string) => boolean;
  /** Replaces a text in a file of the specification. It must occur exactly once. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** Returns every file of the specification with its text. */
  readonly tree: () => Map<string, string>;
  readonly apply: (page: string, ...args: string[]) => Promise<{ code: number; out: string }>;
}

/** Creates a copy that is deleted when the test ends. */
export function applyPlace(): ApplyPlace {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-patch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const spec = join(folder, 'spec');
  cpSync(DOCUMENTED, spec, { recursive: true });
  const read = (file: string) => readFileSync(join(spec, file), 'utf8');
  return {
    folder,
    spec,
    read,
    has: (file) => existsSync(join(spec, file)),
    edit: (file, from, to) => {
      const parts = read(file).split(from);
      if (parts.length !== 2) throw new Error(`${from} is ${parts.length - 1} times in ${file}`);
      writeFileSync(join(spec, file), parts.join(to));
    },
    tree: () => {
      const entries = readdirSync(spec, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      return new Map(files.sort().map((file) => [file.slice(spec.length + 1), readFileSync(file, 'utf8')]));
    },
    apply: async (page, ...args) => {
      const file = join(folder, 'page.txt');
      writeFileSync(file, page);
      const { code, out, err } = await runCommand(runApply, [file, '--spec', spec, ...args]);
      return { code, out: `${out}${err}` };
    },
  };
}

/** Returns the lines in which two texts differ, as `-old` and `+new`, in order. */
export function lineChanges(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changes: string[] = [];
  // A table for the longest common subsequence is fast enough, because the files are small.
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      changes.push(`-${old[i++]}`);
    else changes.push(`+${now[j++]}`);
  }
  return changes;
}
