import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../../scripts/generate/generate.ts';
import type { PartName } from '../../scripts/generate/parts.ts';
import type { Language } from '../../scripts/spec/model.ts';
import { folderOf, inSpec, SOUND } from '../support/spec-folder.ts';

/** A small specification in a temporary folder, and the generator's runs over it. */
export function workspace(files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf(inSpec({ ...SOUND, ...files }));
  const run = (
    mode: 'write' | 'check' | 'force' = 'write',
    parts?: ReadonlySet<PartName>,
    language?: Language,
  ) =>
    generate({
      root: join(folder, 'spec/openapi.yaml'),
      out: join(folder, 'out'),
      project: process.cwd(),
      mode,
      ...(parts !== undefined && { parts }),
      ...(language !== undefined && { language }),
    });
  const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
  const all = () =>
    Object.fromEntries(
      readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 5))
        .sort()
        .map((name) => [name, read(name)]),
    );
  return { folder, run, read, all };
}
