import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isMap, isScalar } from 'yaml';
import { type Diagnostic, SpecError } from './diagnostic.ts';
import { listYaml, nameOf } from './load.ts';
import { isObject } from './openapi.ts';
import { parseSource } from './source.ts';

/**
 * The root document's text with one row of `paths:` for every file below `paths/`, in order; the very same text where
 * none is missing. Every other line stays byte for byte.
 * @param rootPath absolute path of the root document.
 * @throws SpecError where the root has no block `paths:` to put a row into.
 */
export function withEveryPath(rootPath: string): { readonly before: string; readonly after: string } {
  const before = readFileSync(rootPath, 'utf8');
  const folder = join(dirname(rootPath), 'paths');
  const files = listYaml(folder).map((file) => relative(folder, file).replaceAll('\\', '/'));
  return { before, after: withPaths(before, rootPath, files) };
}

/** The root document's text with a row for each of some files, named as they stand below `paths/`. */
export function withPaths(before: string, rootPath: string, files: readonly string[]): string {
  if (files.length === 0) return before;
  let after = before;
  const source = parseSource(before, rootPath, nameOf(rootPath));
  const root = isObject(source.value) ? source.value : {};
  const basePath = typeof root['x-base-path'] === 'string' ? root['x-base-path'] : '';
  const listed = isObject(root.paths) ? root.paths : {};
  for (const file of files) {
    const url = `${basePath}/${file.replace(/\.ya?ml$/, '')}`;
    if (!Object.hasOwn(listed, url)) after = insertRow(after, rootPath, url, `paths/${file}`);
  }
  return after;
}

function insertRow(text: string, rootPath: string, url: string, file: string): string {
  const source = parseSource(text, rootPath, nameOf(rootPath));
  const paths = isMap(source.document.contents) ? source.document.contents.get('paths', true) : undefined;
  if (!isMap(paths) || paths.flow === true || paths.items.length === 0) {
    const missing: Diagnostic = {
      code: 'paths-block',
      message: `${nameOf(rootPath)} has no block "paths:" with a first row to put ${url} after`,
      fix: `add "paths:" with the row "  ${url}: {$ref: ${file}}"`,
    };
    throw new SpecError([missing]);
  }
  const row = `  ${url}: {$ref: ${file}}\n`;
  const next = paths.items.find((pair) => isScalar(pair.key) && String(pair.key.value) > url);
  const key = next?.key;
  const offset =
    isScalar(key) && key.range
      ? text.lastIndexOf('\n', key.range[0]) + 1
      : endOf(text, paths.range?.[1] ?? text.length);
  return text.slice(0, offset) + row + text.slice(offset);
}

function endOf(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
