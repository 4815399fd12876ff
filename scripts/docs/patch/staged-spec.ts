import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type Context, readContext } from '../../lint/index.ts';
import { nameOf, type Spec } from '../../spec/load.ts';

/** A copy of a specification with other texts in some of its files. */
export interface StagedSpec {
  readonly context: Context;
  /** Names the files of the copy in a message as those that they stand for. */
  readonly unstage: (text: string) => string;
}

/**
 * Gives `use` a copy of a specification as it would be with changed and further files, to be looked at before anything is
 * written. The copy stands in the system's temporary folder and is gone afterwards.
 * @throws SpecError where the specification would no longer be readable.
 */
export async function withStaged<T>(
  { folder, root }: Spec,
  files: ReadonlyMap<string, string>,
  use: (staged: StagedSpec) => T | Promise<T>,
): Promise<T> {
  const outside = mkdtempSync(join(tmpdir(), 'weiban-apply-'));
  const copy = join(outside, 'spec');
  try {
    cpSync(folder, copy, { recursive: true });
    for (const [path, text] of files) {
      const target = join(copy, relative(folder, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const context = readContext(join(copy, relative(folder, root.path)));
    const [from, to] = [nameOf(copy), nameOf(folder)];
    return await use({ context, unstage: (text) => text.replaceAll(from, to) });
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
}
