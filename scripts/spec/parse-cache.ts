import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../kit/fingerprint.ts';
import { type CacheOptions, cacheFolder, openTextCache, type TextCache } from '../kit/text-cache.ts';

/** The sources that decide how a text is parsed. */
const PARSERS = ['scripts/spec/source.ts', 'scripts/docs/readers/read-captures.ts'];
let cache: TextCache | undefined;

/** The cache of parsed values, by text; undefined where nothing is remembered. */
export function parseCache(): TextCache | undefined {
  return cache;
}

/** From now on, readers look a text up in this cache before they parse it; undefined: they always parse. */
export function setParseCache(next: TextCache | undefined): void {
  cache = next;
}

/**
 * Makes this process look texts up before it parses them, in a cache below the project's `node_modules` that is saved when
 * the process ends. For commands only: library code and tests parse for themselves.
 */
export function rememberParses(options: CacheOptions = {}): void {
  const own = fileURLToPath(import.meta.url);
  const project = dirname(dirname(dirname(own)));
  // A change of the parsers makes what older ones parsed unknown.
  const version = fingerprint([
    ['yaml', createRequire(own)('yaml/package.json').version],
    ...PARSERS.map((file) => [file, readFileSync(join(project, file), 'utf8')] as const),
  ]);
  const opened = openTextCache(join(cacheFolder(project), 'parsed-yaml'), version, options);
  setParseCache(opened);
  process.once('exit', opened.save);
}
