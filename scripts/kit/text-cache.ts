import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What was made of texts, kept from one run to the next: what a YAML text was parsed to, the validator of a schema. */
export interface TextCache {
  /** What was made of a text, a fresh one each time; undefined where it is not known. */
  get(text: string): { readonly value: unknown } | undefined;
  set(text: string, value: unknown): void;
  /** Writes what is new; a cache that cannot be written is done without. */
  save(): void;
}

/** The text that was made of another one before, or else the one that is made now. */
export function remembered(cache: TextCache | undefined, source: string, make: () => string): string {
  const known = cache?.get(source);
  if (known) return String(known.value);
  const text = make();
  cache?.set(source, text);
  return text;
}

// A text that is larger is an export of a whole project, and seldom the same again.
const LARGEST = 2 ** 20;
// A few times what a specification has: what was not asked for lately goes.
const MOST = 1500;

/** Where a project keeps what one run knows for the next; git ignores it. */
export function cacheFolder(project: string): string {
  return join(project, 'node_modules', '.cache', 'weiban-openapi');
}

/**
 * Opens a cache in a file.
 * @param version what decides what is made of a text: a cache of another version is left alone, and replaced.
 */
export function openTextCache(file: string, version: string): TextCache {
  const entries = readEntries(file, version);
  let isChanged = false;
  return {
    get(text) {
      const key = keyOf(text);
      const bytes = entries.get(key);
      if (bytes === undefined) return undefined;
      // To the end of the order, away from what goes first.
      entries.delete(key);
      entries.set(key, bytes);
      try {
        return { value: deserialize(bytes) };
      } catch {
        // Damaged.
        return undefined;
      }
    },
    set(text, value) {
      if (text.length > LARGEST) return;
      entries.set(keyOf(text), serialize(value));
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      isChanged = false;
      const whole = `${file}.${process.pid}`;
      try {
        mkdirSync(dirname(file), { recursive: true });
      } catch {
        // What is remembered is done without.
        return;
      }
      try {
        writeFileSync(whole, serialize({ version, entries: new Map([...entries].slice(-MOST)) }));
        renameSync(whole, file);
      } catch {
        // The next run makes it again.
        rmSync(whole, { force: true });
      }
    },
  };
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function readEntries(file: string, version: string): Map<string, Uint8Array> {
  try {
    // Sound: a cache of this version was written by `save`.
    const kept = deserialize(readFileSync(file)) as { version: unknown; entries: Map<string, Uint8Array> };
    if (kept.version === version) return kept.entries;
  } catch {
    // There is none, or it is damaged.
  }
  return new Map();
}
