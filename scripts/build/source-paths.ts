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
 * Makes every source map of the built package name its sources as files of the package. Maps are rewritten after the build, since
 * the path that rolldown gives to its `sourcemapPathTransform` is wrong for chunks in a folder.
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
 * The path by which a source map of the package names a source: where the source would be if the package held the project's folders.
 * A bundler names the real file, and seen from the installed package that is somebody else's: `node_modules/src/index.ts`. Every map
 * carries the text of its sources, so nothing is read from this path; a source of a dependency keeps `node_modules/` in it, by which
 * debuggers know that they may skip it.
 *
 * @param source the source's path, relative to the map
 * @param map the map's absolute path
 * @throws Error for a source that belongs neither to the project nor to a dependency.
 */
export function sourcePathInPackage({ project, out }: BuildFolders, source: string, map: string): string {
  const file = resolve(dirname(map), source).split(sep).join('/');
  // The node_modules folder itself may be a link that leads out of the project.
  const dependency = file.lastIndexOf('/node_modules/');
  const place = dependency === -1 ? relative(project, file) : file.slice(dependency + 1);
  if (place.startsWith('..'))
    throw new Error(
      `${map} names ${file}, which is outside of ${project}; bundle sources of the project only.`,
    );
  return relative(dirname(map), join(out, place)).split(sep).join('/');
}
