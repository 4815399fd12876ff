import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of the package that contains this file. @throws Error if no folder has its package.json. */
export function packageVersion(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'));
    if (manifest?.name === 'weiban-openapi') return String(manifest.version);
    if (folder === dirname(folder))
      throw new Error('there is no package.json of weiban-openapi in a folder above the command');
  }
}

function readManifest(path: string): { name?: unknown; version?: unknown } | undefined {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Most folders have none. The caller throws if no folder has one.
    return undefined;
  }
}
