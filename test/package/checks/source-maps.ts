import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import type { PackageCheck } from '../run-check.ts';

/** Every source map of the tarball names sources inside the package and contains their text. */
export const sourceMaps: PackageCheck = {
  name: 'source-maps',
  async run({ files, project }) {
    const maps = files.filter((file) => file.endsWith('.map'));
    if (maps.length === 0) throw new Error('the tarball has no source map');
    const read = (name: string) => readFileSync(join(project, 'dist', name), 'utf8');
    const problems = maps.flatMap((file) => problemsOfMap(file, read(file)));
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${maps.length} maps, their sources inside the package`;
  },
};

/** The problems of a source map: sources that are outside the package or have no text. */
export function problemsOfMap(file: string, text: string): string[] {
  const { sources, sourceRoot = '', sourcesContent = [] } = JSON.parse(text);
  if (!Array.isArray(sources) || sources.length === 0) return [`${file} names no source`];
  return sources.flatMap((source: unknown, index) => {
    if (typeof source !== 'string') return [`${file}: source ${index} has no name`];
    const named = `${sourceRoot}${source}`;
    const isForeign = /^([a-z]+:|[\\/])/i.test(named) || join(dirname(file), named).startsWith('..');
    return [
      ...(isForeign ? [`${file}: ${named} is outside the package`] : []),
      ...(typeof sourcesContent[index] === 'string' ? [] : [`${file}: ${named} has no text`]),
    ];
  });
}
