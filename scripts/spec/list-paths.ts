import { dirname, join, relative } from 'node:path';
import { isMap, isNode, isScalar, type Pair } from 'yaml';
import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { listYaml } from './load.ts';
import { isObject } from './openapi.ts';
import { urlOfFile } from './path-file.ts';
import type { Source } from './source.ts';

/**
 * Returns the root document's text with one row of `paths:` for every file below `paths/`, in order. Every other line
 * stays byte for byte; if no row is missing, the text stays the same. So does a document whose files are not named after
 * their URLs: another project laid it out, and a row would be a guess.
 * @throws SpecError if the root has no `paths:`, or has its rows in braces.
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
 * @throws SpecError if the root has no `paths:`, or has its rows in braces.
 */
export function withPaths(root: Source, files: readonly string[]): string {
  const value = isObject(root.value) ? root.value : {};
  const basePath = typeof value['x-base-path'] === 'string' ? value['x-base-path'] : '';
  const listed = isObject(value.paths) ? value.paths : {};
  const urlOf = (file: string) => urlOfFile(file, basePath);
  const mentioned = filesOf(listed, urlOf);
  if (mentioned === undefined) return root.text;
  const missing = files
    .map((file): [url: string, file: string] => [urlOf(file), file])
    .filter(([url, file]) => !Object.hasOwn(listed, url) && !mentioned.has(file))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const [first] = missing;
  if (first === undefined) return root.text;
  const block = openBlock(root) ?? refuse(root, first[0], first[1]);
  const lineEnd = root.text.includes('\r\n') ? '\r\n' : '\n';
  const parts: string[] = [];
  let done = 0;
  for (const [url, file] of missing) {
    const offset = offsetOf(block, url) ?? block.end;
    const before = block.text.slice(done, offset);
    const isLineOpen = before !== '' && !before.endsWith('\n');
    const row = `${yamlWord(url)}: {$ref: ${yamlWord(`paths/${file}`)}}`;
    parts.push(before, isLineOpen ? lineEnd : '', block.indent, row, lineEnd);
    done = offset;
  }
  return parts.join('') + block.text.slice(done);
}

/** The files below `paths/` that the rows refer to; undefined if the rows are not named after their files. */
function filesOf(
  rows: Readonly<Record<string, unknown>>,
  urlOf: (file: string) => string,
): ReadonlySet<string> | undefined {
  const files = new Set<string>();
  for (const [url, item] of Object.entries(rows)) {
    if (!isObject(item) || typeof item.$ref !== 'string') continue;
    const [, file] = /^(?:\.\/)?paths\/([^#]+)$/.exec(item.$ref) ?? [];
    if (file === undefined || urlOf(file) !== url) return undefined;
    files.add(file);
  }
  return files.size > 0 || Object.keys(rows).length === 0 ? files : undefined;
}

/** A word of YAML, in quotes if it has characters with a meaning in a row. */
function yamlWord(text: string): string {
  return /^[\w/.~-]+$/.test(text) ? text : JSON.stringify(text);
}

/** A document in which `paths:` begins a block. */
interface PathsBlock {
  readonly text: string;
  /** The rows that it has. */
  readonly pairs: readonly Pair[];
  /** The offset after its last line. */
  readonly end: number;
  readonly indent: string;
}

/** Whether the text between a key and the end of its value says that there is nothing: `: {}`, `:` or `: null`. */
const NOTHING = /^:\s*(\{\s*\}|~|null)?$/;

/** Opens the block of `paths:`; undefined if there is none, or its rows stand in braces. */
function openBlock({ text, nodes }: Source): PathsBlock | undefined {
  const { contents } = nodes().document;
  const paths = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'paths')
    : undefined;
  if (!isNode(paths?.key) || !isNode(paths.value) || !paths.key.range || !paths.value.range) return undefined;
  const [, afterKey] = paths.key.range;
  const [start, end] = paths.value.range;
  if (isMap(paths.value) && !paths.value.flow) {
    const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
    return { text, pairs: paths.value.items, end: endOf(text, end), indent };
  }
  if (!NOTHING.test(text.slice(afterKey, end).trimEnd())) return undefined;
  const opened = `${text.slice(0, afterKey)}:${text.slice(Math.max(end, afterKey + 1))}`;
  return { text: opened, pairs: [], end: endOf(opened, afterKey + 1), indent: '  ' };
}

function refuse(root: Source, url: string, file: string): never {
  const missing: Diagnostic = {
    code: 'paths-block',
    message: `${root.name} has no block "paths:", so ${url} cannot be added`,
    fix: `add "paths:" with the row "  ${url}: {$ref: paths/${file}}"`,
  };
  throw new SpecError([missing]);
}

/** The offset of the first row that sorts after a URL; undefined if there is none. */
function offsetOf({ text, pairs }: PathsBlock, url: string): number | undefined {
  const key = pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) > url)?.key;
  return isScalar(key) && key.range ? text.lastIndexOf('\n', key.range[0]) + 1 : undefined;
}

/** The offset of the line after an offset. */
function endOf(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
