import { dirname, join, relative } from 'node:path';
import { isMap, isScalar, type Pair } from 'yaml';
import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { listYaml } from './load.ts';
import { isObject } from './openapi.ts';
import type { Source } from './source.ts';

/**
 * Returns the root document's text with one row of `paths:` for every file below `paths/`, in order. Every other line
 * stays byte for byte; if no row is missing, the text stays the same.
 * @throws SpecError if the root has no block `paths:` to add a row to.
 */
export function withEveryPath(root: Source): string {
  const folder = join(dirname(root.path), 'paths');
  return withPaths(
    root,
    listYaml(folder).map((file) => relative(folder, file).replaceAll('\\', '/')),
  );
}

/**
 * Returns the root document's text with a row of `paths:` for each file.
 * @param files paths relative to `paths/`.
 * @throws SpecError if the root has no block `paths:` to add a row to.
 */
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
      message: `${root.name} has no block "paths:" with a row, so ${url} cannot be added`,
      fix: `add "paths:" with the row "  ${url}: {$ref: paths/${file}}"`,
    };
    throw new SpecError([missing]);
  }
  return { pairs: paths.items, end: endOf(root.text, paths.range?.[1] ?? root.text.length) };
}

/** The offset of the first row that sorts after a URL; undefined if there is none. */
function offsetOf(text: string, pairs: readonly Pair[], url: string): number | undefined {
  const key = pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) > url)?.key;
  return isScalar(key) && key.range ? text.lastIndexOf('\n', key.range[0]) + 1 : undefined;
}

function endOf(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
