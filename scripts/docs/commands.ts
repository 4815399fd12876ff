import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileOfUrl } from '../evidence/facts/file-of-url.ts';
import { readHeadings } from '../evidence/facts/headings.ts';
import { readLedger, type State } from '../evidence/facts/ledger.ts';
import { readDocs, readSheets } from '../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder, envelopeFields, seatsOf } from '../evidence/facts/root.ts';
import { readRecordings } from '../evidence/recording.ts';
import { SpecError } from '../kit/diagnostic.ts';
import { changedFiles, writeFiles } from '../kit/write-files.ts';
import { loadSpec, nameOf } from '../spec/load.ts';
import { restoreSpec } from './apply/journal.ts';
import { findDrift } from './diff/find-drift.ts';
import { refuseForeign } from './diff/foreign-pages.ts';
import { printDrift } from './diff/print-drift.ts';
import { planImport } from './import/plan-import.ts';
import { readTargets } from './readers/read-captures.ts';
import { documentedRecordings } from './recordings/documented-recordings.ts';
import { scaffoldPath } from './scaffold/scaffold-path.ts';

/** What a command did, as data; `text` is the same for a person. */
export interface Outcome {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The exit code; 0 when left out. */
  readonly code?: 0 | 1;
}

/** Arguments of {@link importFacts}. */
export interface ImportOptions {
  readonly spec: string;
  readonly targets: readonly string[];
  /** Paths or page ids; empty for all. */
  readonly only: readonly string[];
  readonly dryRun: boolean;
}

/**
 * Imports fact sheets into `spec/docs/` and the ledger.
 * @throws SpecError where the input is bad; nothing is written then.
 */
export function importFacts(options: ImportOptions): Outcome {
  const spec = loadSpec(options.spec);
  const folder = docsFolder(spec);
  const target = {
    folder,
    basePath: basePathOf(spec),
    rows: readLedger(folder).rows,
    headings: readHeadings(folder),
  };
  const plan = planImport(readSheets(options.targets), target, options.only);
  const changed = changedFiles(plan.files);
  if (!options.dryRun) writeFiles(changed);
  const names = [...changed.keys()].map(nameOf).sort();
  const states: Partial<Record<State, number>> = {};
  for (const { state } of plan.rows) states[state] = (states[state] ?? 0) + 1;
  const counts = Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
  const verb = options.dryRun ? 'would be written' : 'written';
  const summary = `${plan.rows.length} pages (${counts}); ${names.length} of ${plan.files.size} files ${verb}`;
  return {
    text: [...names, summary].join('\n'),
    data: { pages: plan.rows.length, states, files: plan.files.size, changed: names, dryRun: options.dryRun },
  };
}

/** Arguments of {@link scaffold}. */
export interface ScaffoldOptions {
  readonly spec: string;
  readonly url: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/**
 * Writes the first Path Item of one endpoint from its facts; with `dryRun` its text is only printed.
 * @throws SpecError where there are no facts of it, or a file that `force` does not give up.
 */
export function scaffold(options: ScaffoldOptions): Outcome {
  const spec = loadSpec(options.spec);
  const basePath = basePathOf(spec);
  const facts = readDocs(docsFolder(spec)).find(
    ({ page }) => page.kind === 'endpoint' && page.path === options.url,
  );
  if (facts === undefined)
    refuse(
      `no facts of ${options.url} are in ${nameOf(docsFolder(spec))}`,
      'import them first: npm run docs -- import <file>',
    );
  const path = join(dirname(spec.root.path), 'paths', fileOfUrl(options.url, basePath));
  const text = scaffoldPath(facts.page, { basePath, envelopes: envelopeFields(spec) });
  const data = { path: nameOf(path), text, dryRun: options.dryRun };
  if (options.dryRun) return { text, data };
  if (existsSync(path) && !options.force)
    refuse(
      `${nameOf(path)} exists`,
      'give --force to overwrite what was curated there, or --dry-run to read the scaffold',
    );
  writeFiles(new Map([[path, text]]));
  return {
    text: `${nameOf(path)} written; decide what its comments ask, then npm run generate and npm run check`,
    data,
  };
}

/** Arguments of {@link recordExamples}. */
export interface RecordOptions {
  readonly spec: string;
  /** The folder of the recordings. */
  readonly recordings: string;
  readonly dryRun: boolean;
}

/** Writes each documented answer that holds real data as a recording, marked as coming from the documentation. */
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

/** Arguments of {@link diffPages}. */
export interface DiffOptions {
  readonly spec: string;
  /** Files and folders of captured pages; `-` for standard input. */
  readonly targets: readonly string[];
  /** Whether the captures are all pages that there are, so that another one is gone. */
  readonly isAll: boolean;
}

/**
 * Compares captured pages with the facts; writes nothing.
 * @throws SpecError where a capture is not a page.
 */
export function diffPages({ spec: root, targets, isAll }: DiffOptions): Outcome {
  const spec = loadSpec(root);
  const pages = readDocs(docsFolder(spec)).map(({ page }) => page);
  const captures = readTargets(targets);
  refuseForeign(captures, basePathOf(spec));
  const drift = findDrift(pages, captures, { seats: seatsOf(spec), isAll });
  const hasDrift = drift.some(({ state }) => state !== 'unchanged');
  return { text: printDrift(drift), data: { pages: drift }, code: hasDrift ? 1 : 0 };
}

/** Puts back what stood in a specification before an application of pages that was cut off. */
export function restore(spec: string): Outcome {
  const restored = restoreSpec(spec);
  const text = restored
    ? 'what was there before is there again'
    : 'nothing was cut off: there is nothing to restore';
  return { text, data: { restored } };
}

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'docs', message, fix }]);
}
