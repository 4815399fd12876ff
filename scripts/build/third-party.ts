import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of the package with the licences of bundled packages. */
export const THIRD_PARTY = 'THIRD-PARTY-LICENSES.txt';

/** A bundler plugin that records which packages are bundled. */
export interface BundledPackages {
  readonly plugin: {
    readonly name: string;
    generateBundle(options: unknown, bundle: Readonly<Record<string, object>>): void;
  };
  /** Their folders, filled while the bundler runs. */
  readonly folders: ReadonlySet<string>;
}

/** Creates a bundler plugin that records the packages in a bundle. */
export function noteBundledPackages(): BundledPackages {
  const folders = new Set<string>();
  return {
    folders,
    plugin: {
      name: 'note-bundled-packages',
      generateBundle(_, bundle) {
        const ids = Object.values(bundle).flatMap((chunk) =>
          'moduleIds' in chunk && Array.isArray(chunk.moduleIds) ? chunk.moduleIds : [],
        );
        for (const id of ids) {
          const folder = folderOf(String(id));
          if (folder !== undefined) folders.add(folder);
        }
      },
    },
  };
}

/** The folder of the package that a module belongs to; undefined for a module of this project. */
function folderOf(id: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(id)?.[0];
}

/**
 * Returns the licences of bundled packages as one text. Their code may be redistributed only with the licence.
 *
 * @throws Error if a package has no licence file.
 */
export function thirdPartyLicences(folders: Iterable<string>): string {
  const parts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    if (file === undefined)
      throw new Error(
        `${name} ${version} has no licence file, so it must not be bundled; require it instead.`,
      );
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  const head =
    'This package contains copies of the following packages, or parts of them, under their licences.\n';
  return [head, ...parts.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}
