import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../kit/write-files.ts';
import type { ReleasePlan } from './plan-release.ts';

/** Every place that says the version, and the line that says it. */
const VERSIONED: readonly (readonly [file: string, line: RegExp])[] = [
  ['package.json', /^( {2}"version": ")[^"]+(",)$/m],
  // Its first two: the project itself, by name and as the root.
  ['package-lock.json', /^( {2}"version": ")[^"]+(",)$/m],
  ['package-lock.json', /^( {6}"version": ")[^"]+(",)$/m],
  ['spec/openapi.yaml', /^( {2}version: )\S+()$/m],
];

/**
 * Writes a planned release into the files that tell of it, and names them. `generated/` follows from the specification and is not written
 * here.
 *
 * @throws Error where a file does not say the version, before any is written.
 */
export function writeRelease(folder: string, { version, changelog }: ReleasePlan): readonly string[] {
  const texts = new Map([['CHANGELOG.md', changelog]]);
  for (const [file, line] of VERSIONED) {
    const text = texts.get(file) ?? readFileSync(join(folder, file), 'utf8');
    if (!line.test(text)) throw new Error(`${file}: no line says the version; it should match ${line}.`);
    texts.set(
      file,
      text.replace(line, (_, before: string, after: string) => before + version + after),
    );
  }
  for (const [file, text] of texts) writeWhole(join(folder, file), text);
  return [...texts.keys()];
}
