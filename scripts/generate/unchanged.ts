import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileFingerprint, fingerprint } from '../kit/fingerprint.ts';

/** What one run read and wrote, by absolute path, so that the next can see at once that nothing changed. */
interface RunRecord {
  readonly listing: string;
  readonly files: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Remembers the last run, in a cache that git ignores. A run is unchanged when every file that it read or wrote is
 * byte for byte as it was, the generator's own included, and no file came to those that `inputs` lists.
 */
export function openRunCache(cacheFolder: string, out: string, inputs: () => readonly string[]) {
  const file = join(cacheFolder, `${fingerprint([['out', out]])}.json`);
  return {
    /** The summary of the last run if nothing changed since. */
    unchanged(): string | undefined {
      const last = read(file);
      if (last === undefined || last.listing !== listing(inputs())) return undefined;
      const same = Object.entries(last.files).every(([path, hash]) => fileFingerprint(path) === hash);
      return same ? last.summary : undefined;
    },
    remember(paths: Iterable<string>, summary: string): void {
      const files: Record<string, string> = {};
      for (const path of paths) files[path] = fileFingerprint(path) ?? 'absent';
      const record = JSON.stringify({ listing: listing(inputs()), files, summary } satisfies RunRecord);
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, record);
      } catch {
        // The next run does the work again.
      }
    },
  };
}

function listing(paths: readonly string[]): string {
  return fingerprint(paths.map((path) => [path, '']));
}

function read(file: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}
