import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files that decide how generated text looks: the generator's own, and the versions of what it is built on. */
export function listGenerator(project: string): string[] {
  const folders = ['scripts/kit', 'scripts/spec', 'scripts/evidence', 'scripts/generate'].map((folder) =>
    join(project, folder),
  );
  const own = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return [...own, join(project, 'package-lock.json')].sort();
}
