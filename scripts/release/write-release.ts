import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../kit/write-files.ts';
import type { ReleasePlan } from './plan-release.ts';

/** Every line that contains the version, by file. */
const VERSIONED: readonly (readonly [file: string, line: RegExp])[] = [
  ['package.json', /^( {2}"version": ")[^"]+(",)$/m],
  // The first two matches are the project itself: at the top and as the root package.
  ['package-lock.json', /^( {2}"version": ")[^"]+(",)$/m],
  ['package-lock.json', /^( {6}"version": ")[^"]+(",)$/m],
  ['spec/openapi.yaml', /^( {2}version: )\S+()$/m],
];

/**
 * Writes the version and the changelog of a planned release. `generated/` follows from the specification and is not written
 * here.
 *
 * @returns the files that were written.
 * @throws Error if a file has no line with the version. Then no file is written.
 */
export function writeRelease(folder: string, { version, changelog }: ReleasePlan): readonly string[] {
  const texts = new Map([['CHANGELOG.md', changelog]]);
  for (const [file, line] of VERSIONED) {
    const text = texts.get(file) ?? readFileSync(join(folder, file), 'utf8');
    if (!line.test(text)) throw new Error(`${file}: no line contains the version; it must match ${line}.`);
    texts.set(
      file,
      text.replace(line, (_, before: string, after: string) => before + version + after),
    );
  }
  for (const [file, text] of texts) writeWhole(join(folder, file), text);
  return [...texts.keys()];
}
