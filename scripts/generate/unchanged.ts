import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addChecksum, verifyChecksum } from '../kit/checksum.ts';
import { contentFingerprint, fileFingerprint, fingerprint } from '../kit/fingerprint.ts';
import { writeWhole } from '../kit/write-files.ts';

/** The files that one run read or wrote, by absolute path, with their hashes. */
interface RunRecord {
  readonly listing: string;
  readonly files: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A file by its absolute path, with the text that the run read or wrote if known: the file may have changed since. */
export type SeenFile = readonly [path: string, text?: string];

/** The record of the last run. */
export interface RunCache {
  /** The summary of the last run if nothing changed since. */
  unchanged(): string | undefined;
  /** Records a run that read, wrote, or could not find these files. */
  remember(files: Iterable<SeenFile>, summary: string): void;
}

/**
 * Remembers the last run in a cache that git ignores. Nothing has changed if every file that the run read or wrote,
 * including the generator, has the same bytes, no file that it could not find exists now, and `inputs` lists the same
 * files. A damaged record is ignored.
 * @param run what tells runs apart: the output folder, and the parts that are generated.
 * @param inputs lists the files that decide the output, so that a new file is noticed.
 */
export function openRunCache(
  folder: string,
  run: readonly string[],
  inputs: () => readonly string[],
): RunCache {
  const file = join(folder, `run-${fingerprint(run.map((text) => ['out', text]))}`);
  return {
    unchanged() {
      const last = read(file);
      if (last === undefined || last.listing !== listing(inputs())) return undefined;
      const isSame = Object.entries(last.files).every(([path, hash]) => hashOf(path) === hash);
      return isSame ? last.summary : undefined;
    },
    remember(seen, summary) {
      const files = Object.fromEntries(
        [...seen].map(([path, text]) => [path, text === undefined ? hashOf(path) : contentFingerprint(text)]),
      );
      const record: RunRecord = { listing: listing(inputs()), files, summary };
      try {
        writeWhole(file, addChecksum(JSON.stringify(record)));
      } catch {
        // The next run does the work again.
      }
    },
  };
}

function hashOf(path: string): string {
  return fileFingerprint(path) ?? 'absent';
}

function listing(paths: readonly string[]): string {
  return fingerprint(paths.map((path) => [path, '']));
}

function read(file: string): RunRecord | undefined {
  try {
    const text = verifyChecksum(readFileSync(file, 'utf8'));
    // The cast is safe because `remember` wrote every record with a valid checksum.
    return text === undefined ? undefined : (JSON.parse(text) as RunRecord);
  } catch {
    return undefined;
  }
}
