import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { addChecksum, verifyChecksum } from './checksum.ts';
import { writeWhole } from './write-files.ts';

/** Values derived from texts, kept between runs: the parsed value of a YAML text, the validator of a schema. */
export interface TextCache {
  /** The value derived from a text, a fresh copy each time; undefined where it is not known or its entry is damaged. */
  get(text: string): { readonly value: unknown } | undefined;
  set(text: string, value: unknown): void;
  /** Writes the file if anything was set. A cache that cannot be written is not an error: the next run derives again. */
  save(): void;
}

/** How a cache is opened. */
export interface CacheOptions {
  /** Ignores what the file holds; `save` replaces it. */
  readonly isFresh?: boolean;
}

/** The value of a text from the cache, or else the one derived now. */
export function remembered(cache: TextCache | undefined, source: string, make: () => string): string {
  const known = cache?.get(source);
  if (known) return String(known.value);
  const text = make();
  cache?.set(source, text);
  return text;
}

// A larger text is an export of a whole project, which seldom comes a second time.
const LARGEST = 2 ** 20;
// A few times the entries of one specification. The least recently used ones go first.
const MOST = 1500;

/** The folder for what one run leaves to the next; git ignores it. */
export function cacheFolder(project: string): string {
  return join(project, 'node_modules', '.cache', 'weiban-openapi');
}

/** An entry as the file holds it: a line with its checksum, its key and its value, which is decoded when it is asked for. */
type Entries = Map<string, string>;

/**
 * Opens a cache file. Its first line is the version; every other line is one entry with a checksum of its own, so damage
 * costs the entries that it hits and never changes a value.
 * @param version whatever decides how values are derived: a file of another version is ignored, and replaced by `save`.
 */
export function openTextCache(file: string, version: string, options: CacheOptions = {}): TextCache {
  const entries = options.isFresh ? new Map() : readEntries(file, version);
  let isChanged = options.isFresh === true;
  return {
    get(text) {
      const key = keyOf(text);
      const line = entries.get(key);
      if (line === undefined) return undefined;
      entries.delete(key);
      const value = decodeLine(line);
      // Moves it to the end of the order, away from the entries that go first.
      if (value) entries.set(key, line);
      return value;
    },
    set(text, value) {
      if (text.length > LARGEST) return;
      const key = keyOf(text);
      entries.set(key, lineOf(key, value));
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      isChanged = false;
      try {
        writeWhole(file, [version, ...[...entries.values()].slice(-MOST), ''].join('\n'));
      } catch {
        // The next run derives the values again.
      }
    },
  };
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function lineOf(key: string, value: unknown): string {
  return addChecksum(`${key} ${serialize(value).toString('base64url')}`);
}

/** The value in a line, or undefined where the line is not as it was written. Nothing damaged is ever decoded. */
function decodeLine(line: string): { readonly value: unknown } | undefined {
  const encoded = verifyChecksum(line)?.split(' ')[1];
  return encoded === undefined ? undefined : { value: deserialize(Buffer.from(encoded, 'base64url')) };
}

function readEntries(file: string, version: string): Entries {
  const entries: Entries = new Map();
  let lines: string[];
  try {
    lines = readFileSync(file, 'latin1').split('\n');
  } catch {
    return entries;
  }
  if (lines.shift() !== version) return entries;
  for (const line of lines) {
    const [, key] = line.split(' ', 2);
    if (key !== undefined) entries.set(key, line);
  }
  return entries;
}
