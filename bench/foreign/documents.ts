import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One OpenAPI document of a folder. */
export interface ForeignDocument {
  /** Its name in the report: that of the file, or of the folder of a document in several files. */
  readonly name: string;
  /** The path of the root document. */
  readonly path: string;
  /** The path that must not change: the file, or the folder. */
  readonly input: string;
  /** The size of all its files, in bytes. */
  readonly bytes: number;
}

/**
 * Lists the documents of a folder: each YAML or JSON file in it, and each folder with an OpenAPI document in it, which is
 * then the root of several files.
 */
export function listDocuments(folder: string): ForeignDocument[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const input = join(folder, entry.name);
      const path = entry.isDirectory() ? rootIn(input) : isYamlOrJson(entry.name) ? input : undefined;
      if (path === undefined) return [];
      const bytes = filesOf(input).reduce((sum, file) => sum + statSync(file).size, 0);
      return [{ name: basename(input), path, input, bytes }];
    });
}

/** Hashes the names and contents of a file, or of all files below a folder. */
export function hashInput(input: string): string {
  const hash = createHash('sha256');
  for (const file of filesOf(input)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(input: string): string[] {
  if (!statSync(input).isDirectory()) return [input];
  return readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function rootIn(folder: string): string | undefined {
  return readdirSync(folder)
    .filter(isYamlOrJson)
    .sort()
    .map((name) => join(folder, name))
    .find((path) => /^\s*["']?(openapi|swagger)["']?\s*:/m.test(startOf(path)));
}

function startOf(path: string): string {
  const buffer = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

function isYamlOrJson(name: string): boolean {
  return /\.(ya?ml|json)$/.test(name);
}
