import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files that decide what is generated: the generator's sources, and the versions of its dependencies. */
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
