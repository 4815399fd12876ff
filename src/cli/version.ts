import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of the package that this file belongs to, wherever it stands in it. */
export function packageVersion(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'));
    if (manifest?.name === 'weiban-openapi') return String(manifest.version);
    if (folder === dirname(folder))
      throw new Error('no package.json of weiban-openapi stands above the command');
  }
}

function readManifest(path: string): { name?: unknown; version?: unknown } | undefined {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Most folders have none; that there is none at all is the caller's to say.
    return undefined;
  }
}
