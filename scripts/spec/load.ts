import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { SpecError } from '../kit/diagnostic.ts';
import { isObject } from './openapi.ts';
import { type KeyPath, placeOf, readAnySource, readSource, type Source } from './source.ts';

/** The files that a specification is read from, by absolute path. */
export interface SpecFiles {
  readonly read: typeof readSource;
  readonly exists: (path: string) => boolean;
  /** Every YAML file below a folder in a stable order; none if the folder does not exist. */
  readonly list: (folder: string) => readonly string[];
}

/** The files on disk. */
export const DISK: SpecFiles = { read: readSource, exists: existsSync, list: listYaml };

/** The files on disk, as another project may have laid them out. */
export const ANY_DISK: SpecFiles = { ...DISK, read: readAnySource };

/** A specification on disk: its root document and every file that the document reaches. */
export interface Spec {
  /** The folder of the root document. No reference may leave it. */
  readonly folder: string;
  readonly root: Source;
  readonly files: SpecFiles;
  /** Every file read so far, by absolute path. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The file of each path in the root, by path; the root itself for a path that is written there. */
  readonly pathSources: ReadonlyMap<string, Source>;
  /** The same for each webhook of the root, by its name. */
  readonly webhookSources: ReadonlyMap<string, Source>;
  /**
   * Reads the file that a reference names, before any `#`.
   * @throws SpecError if the reference is not allowed, or the file is missing or malformed.
   */
  readonly follow: (from: Source, keys: KeyPath, reference: string) => Source;
  /** Reads another file in the root's folder, such as `error-codes.yaml`; undefined if there is none. */
  readonly beside: (file: string) => Source | undefined;
  /** Files in the root's folder that were asked for and do not exist, by absolute path. */
  readonly missing: ReadonlySet<string>;
}

/** A file next to the root with the previous contents. It exists while files of the specification are being replaced. */
export const JOURNAL_FILE = '.apply.json';

/**
 * Reads the root document of a specification. Other files are read when they are asked for or when a reference reaches them.
 * @param rootPath the root document, or the folder that holds `openapi.yaml`.
 * @throws SpecError if a file is missing, malformed, or outside the specification's folder.
 */
export function loadSpec(rootPath: string, files: SpecFiles = DISK): Spec {
  const path = rootOf(rootPath);
  const sources = new Map<string, Source>();
  const read = (file: string): Source => {
    const source = sources.get(file) ?? files.read(file, nameOf(file));
    sources.set(file, source);
    return source;
  };
  const root = read(path);
  const folder = realpathSync(dirname(path));
  // Keyed by the folder of the reference and its text, because many references lead to the same file.
  const followed = new Map<string, Source>();
  const follow: Spec['follow'] = (from, keys, reference) => {
    const key = `${dirname(from.path)}\0${reference}`;
    const source = followed.get(key) ?? read(resolveReference({ folder, files }, from, keys, reference));
    followed.set(key, source);
    return source;
  };
  const missing = new Set<string>();
  const beside = (file: string): Source | undefined => {
    const target = join(dirname(path), file);
    if (files.exists(target)) return read(target);
    missing.add(target);
    return undefined;
  };
  let paths: Map<string, Source> | undefined;
  let webhooks: Map<string, Source> | undefined;
  return {
    folder,
    root,
    files,
    sources,
    // Read lazily: a command that needs only the facts does not need them.
    get pathSources() {
      paths ??= itemSources(root, 'paths', follow);
      return paths;
    },
    get webhookSources() {
      webhooks ??= itemSources(root, 'webhooks', follow);
      return webhooks;
    },
    follow,
    beside,
    missing,
  };
}

/** Returns the path of the root document, given the document or its folder. */
function rootOf(rootPath: string): string {
  const given = resolve(rootPath);
  const path = existsSync(given) && statSync(given).isDirectory() ? join(given, 'openapi.yaml') : given;
  if (existsSync(join(dirname(path), JOURNAL_FILE))) {
    const message = 'a command that writes into the specification was interrupted, or is still writing';
    const fix = 'run npm run docs -- restore: it waits for that command, or restores the previous files';
    throw new SpecError([{ code: 'half-applied', message, fix }]);
  }
  return path;
}

/** Finds the file of each item of `paths` or `webhooks`; the root itself for an item that is written there. */
function itemSources(root: Source, key: 'paths' | 'webhooks', follow: Spec['follow']): Map<string, Source> {
  const items = isObject(root.value) && isObject(root.value[key]) ? root.value[key] : {};
  return new Map(
    Object.entries(items).map(([name, item]): [string, Source] => {
      const reference = isObject(item) && typeof item.$ref === 'string' ? item.$ref : '';
      const [file = ''] = reference.split('#', 1);
      return [name, file === '' ? root : follow(root, [key, name], file)];
    }),
  );
}

/** Lists every YAML file below a folder, as absolute paths in a stable order; none if the folder does not exist. */
export function listYaml(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Returns a path as messages show it: relative to the working folder if it is below that folder. */
export function nameOf(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith('..') ? path : name;
}

/** Returns the component name of a schema file: its file name without the extension. */
export function componentName(source: Source): string {
  return basename(source.path).replace(/\.(ya?ml|json)$/, '');
}

function resolveReference(
  { folder, files }: Pick<Spec, 'folder' | 'files'>,
  from: Source,
  keys: KeyPath,
  reference: string,
): string {
  const refuse = (message: string, fix: string): never => {
    throw new SpecError([{ code: 'reference', message, fix, place: placeOf(from, keys) }]);
  };
  const quoted = JSON.stringify(reference);
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|\0/i.test(reference)) {
    refuse(
      `$ref ${quoted} leaves the specification`,
      `copy the target into a file below ${nameOf(folder) || '.'} and refer to that file`,
    );
  }
  const target = resolve(dirname(from.path), reference);
  const real = existsSync(target) ? realpathSync(target) : target;
  if (!real.startsWith(folder + sep)) {
    refuse(
      `$ref ${quoted} points outside the specification's folder`,
      `move the root document to a folder above both files, or copy the target below ${nameOf(folder) || '.'}`,
    );
  }
  if (!files.exists(target)) {
    refuse(
      `$ref ${quoted} names a file that does not exist`,
      `create ${nameOf(target)}, or correct the reference`,
    );
  }
  return target;
}
