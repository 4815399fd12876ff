import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type Context, readContext } from '../../lint/index.ts';
import { nameOf } from '../../spec/load.ts';
import { parseSource, type ReadSource, type Source } from '../../spec/source.ts';

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
  base: Context,
  files: ReadonlyMap<string, string>,
  use: (staged: StagedSpec) => T | Promise<T>,
): Promise<T> {
  const { folder, root } = base.spec;
  const outside = mkdtempSync(join(tmpdir(), 'weiban-apply-'));
  const copy = join(outside, 'spec');
  try {
    cpSync(folder, copy, { recursive: true });
    for (const [path, text] of files) {
      const target = join(copy, relative(folder, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const context = readContext(join(copy, relative(folder, root.path)), reuse(base, copy));
    const [from, to] = [nameOf(copy), nameOf(folder)];
    return await use({ context, unstage: (text) => text.replaceAll(from, to) });
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
}

/** Reads files of a copy; one that is the same in the base was parsed there. */
function reuse({ spec, facts }: Context, copy: string): ReadSource {
  const parsed = [...spec.sources.values(), ...facts.map(({ source }) => source)];
  const known = new Map(
    parsed.map((source): [string, Source] => [relative(spec.folder, source.path), source]),
  );
  return (path, name) => {
    const text = readFileSync(path, 'utf8');
    const source = known.get(relative(copy, path));
    return source?.text === text ? { ...source, path, name } : parseSource(text, path, name);
  };
}
