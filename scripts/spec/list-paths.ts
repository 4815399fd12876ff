import { dirname, join, relative } from 'node:path';
import { isMap, isScalar, type Pair } from 'yaml';
import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { listYaml } from './load.ts';
import { isObject } from './openapi.ts';
import type { Source } from './source.ts';

/**
 * The root document's text with one row of `paths:` for every file below `paths/`, in order; the very same text where
 * none is missing. Every other line stays byte for byte.
 * @throws SpecError where the root has no block `paths:` to put a row into.
 */
export function withEveryPath(root: Source): string {
  const folder = join(dirname(root.path), 'paths');
  return withPaths(
    root,
    listYaml(folder).map((file) => relative(folder, file).replaceAll('\\', '/')),
  );
}

/** The root document's text with a row for each of some files, named as they stand below `paths/`. */
export function withPaths(root: Source, files: readonly string[]): string {
  const value = isObject(root.value) ? root.value : {};
  const basePath = typeof value['x-base-path'] === 'string' ? value['x-base-path'] : '';
  const listed = isObject(value.paths) ? value.paths : {};
  const missing = files
    .map((file): [url: string, file: string] => [`${basePath}/${file.replace(/\.ya?ml$/, '')}`, file])
    .filter(([url]) => !Object.hasOwn(listed, url))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const [first] = missing;
  if (first === undefined) return root.text;
  const { pairs, end } = blockOfPaths(root, first[0], first[1]);
  const parts: string[] = [];
  let done = 0;
  for (const [url, file] of missing) {
    const offset = offsetOf(root.text, pairs, url) ?? end;
    parts.push(root.text.slice(done, offset), `  ${url}: {$ref: paths/${file}}\n`);
    done = offset;
  }
  return parts.join('') + root.text.slice(done);
}

function blockOfPaths(root: Source, url: string, file: string): { pairs: readonly Pair[]; end: number } {
  const { contents } = root.nodes().document;
  const paths = isMap(contents) ? contents.get('paths', true) : undefined;
  if (!isMap(paths) || paths.flow === true || paths.items.length === 0) {
    const missing: Diagnostic = {
      code: 'paths-block',
      message: `${root.name} has no block "paths:" with a first row to put ${url} after`,
      fix: `add "paths:" with the row "  ${url}: {$ref: paths/${file}}"`,
    };
    throw new SpecError([missing]);
  }
  return { pairs: paths.items, end: endOf(root.text, paths.range?.[1] ?? root.text.length) };
}

/** Where the line of the first row behind a URL begins; undefined where none is behind it. */
function offsetOf(text: string, pairs: readonly Pair[], url: string): number | undefined {
  const key = pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) > url)?.key;
  return isScalar(key) && key.range ? text.lastIndexOf('\n', key.range[0]) + 1 : undefined;
}

function endOf(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
