import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDocs } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder } from '../../evidence/facts/root.ts';
import { readRecordings } from '../../evidence/recording.ts';
import { changedFiles, writeFiles } from '../../kit/write-files.ts';
import { loadSpec, nameOf } from '../../spec/load.ts';
import type { Outcome } from '../outcome.ts';
import { documentedRecordings } from './documented-recordings.ts';

/** Arguments of {@link recordExamples}. */
export interface RecordOptions {
  readonly spec: string;
  /** The folder of the recordings. */
  readonly recordings: string;
  readonly dryRun: boolean;
}

/**
 * Writes a recording of each documented answer that holds real data, and names the documentation as its
 * source.
 */
export function recordExamples(options: RecordOptions): Outcome {
  const spec = loadSpec(options.spec);
  const pages = readDocs(docsFolder(spec)).map(({ page }) => page);
  const known = existsSync(options.recordings) ? readRecordings(options.recordings) : [];
  const sources = new Map(known.map(({ file, source }) => [file, source]));
  const recordings = documentedRecordings(pages, basePathOf(spec), (file) => sources.get(file) ?? {});
  const files = [...recordings].map(([name, text]): [string, string] => [
    resolve(options.recordings, name),
    text,
  ]);
  const changed = changedFiles(new Map(files));
  if (!options.dryRun) writeFiles(changed);
  const names = [...changed.keys()].map(nameOf).sort();
  const verb = options.dryRun ? 'would be written' : 'written';
  return {
    text: [...names, `${files.length} documented answers; ${names.length} files ${verb}`].join('\n'),
    data: { answers: files.length, changed: names, dryRun: options.dryRun },
  };
}
