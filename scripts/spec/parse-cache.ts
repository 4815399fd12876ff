import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../kit/fingerprint.ts';
import { type CacheOptions, cacheFolder, openTextCache, type TextCache } from '../kit/text-cache.ts';

/** The source files that determine how a text is parsed. */
const PARSERS = ['scripts/spec/source.ts', 'scripts/docs/readers/read-captures.ts'];
let cache: TextCache | undefined;

/** Returns the cache of parsed values, by text; undefined if there is none. */
export function parseCache(): TextCache | undefined {
  return cache;
}

/** Sets the cache in which readers look up a text before they parse it; with undefined, they always parse. */
export function setParseCache(next: TextCache | undefined): void {
  cache = next;
}

/**
 * Makes this process look up texts before it parses them, in a cache below the project's `node_modules` that is saved when
 * the process exits. For commands only: library code and tests always parse.
 */
export function rememberParses(options: CacheOptions = {}): void {
  const own = fileURLToPath(import.meta.url);
  const project = dirname(dirname(dirname(own)));
  // A change to a parser invalidates the cache.
  const version = fingerprint([
    ['yaml', createRequire(own)('yaml/package.json').version],
    ...PARSERS.map((file) => [file, readFileSync(join(project, file), 'utf8')] as const),
  ]);
  const opened = openTextCache(join(cacheFolder(project), 'parsed-yaml'), version, options);
  setParseCache(opened);
  process.once('exit', opened.save);
}
