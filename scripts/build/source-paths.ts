import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The folders between which a source path is translated. */
export interface BuildFolders {
  /** The project's root. */
  readonly project: string;
  /** The root of the built package. */
  readonly out: string;
}

/**
 * Rewrites every source map of the built package, so that it names its sources as files of the package. This happens after the
 * build, because the path that rolldown passes to its `sourcemapPathTransform` is wrong for chunks in a folder.
 *
 * @throws Error for a source that belongs neither to the project nor to a dependency.
 */
export function keepSourcesInPackage(folders: BuildFolders): void {
  for (const name of readdirSync(folders.out, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.map')) continue;
    const file = join(folders.out, name);
    const map = JSON.parse(readFileSync(file, 'utf8'));
    const sources = map.sources.map((source: string) => sourcePathInPackage(folders, source, file));
    writeFileSync(file, JSON.stringify({ ...map, sources }));
  }
}

/**
 * Returns the path by which a source map of the package names a source: its place if the package had the project's folders.
 * A bundler names the real file, which from the installed package leads into another package: `node_modules/src/index.ts`. Every
 * map contains the text of its sources, so nothing is read from this path. A dependency's source keeps `node_modules/` in its path,
 * which tells debuggers that they may skip it.
 *
 * @param source the source's path, relative to the map
 * @param map the map's absolute path
 * @throws Error for a source that belongs neither to the project nor to a dependency.
 */
export function sourcePathInPackage({ project, out }: BuildFolders, source: string, map: string): string {
  const file = resolve(dirname(map), source).split(sep).join('/');
  // The node_modules folder may be a link to a folder outside the project.
  const dependency = file.lastIndexOf('/node_modules/');
  const place = dependency === -1 ? relative(project, file) : file.slice(dependency + 1);
  if (place.startsWith('..'))
    throw new Error(`${map} names ${file}, which is outside ${project}; bundle only sources of the project.`);
  return relative(dirname(map), join(out, place)).split(sep).join('/');
}
