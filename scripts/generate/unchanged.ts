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

/** A file by its absolute path and, where the run knows it, the text that it read or wrote: the file may differ by now. */
export type SeenFile = readonly [path: string, text?: string];

/** What the record of the last run says. */
export interface RunCache {
  /** The summary of the last run if nothing changed since. */
  unchanged(): string | undefined;
  /** Records a run that read, wrote, or looked in vain for these files. */
  remember(files: Iterable<SeenFile>, summary: string): void;
}

/**
 * Remembers the last run in a cache that git ignores. A run is unchanged when every file that it read or wrote is
 * byte for byte as it was, the generator's own included, no file that it missed exists now, and `inputs` lists the
 * same files. A damaged record says nothing.
 * @param inputs lists the files that decide the output, so that a new one is noticed.
 */
export function openRunCache(folder: string, out: string, inputs: () => readonly string[]): RunCache {
  const file = join(folder, `run-${fingerprint([['out', out]])}`);
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
    // Sound: a record whose checksum holds was written by `remember`.
    return text === undefined ? undefined : (JSON.parse(text) as RunRecord);
  } catch {
    return undefined;
  }
}
