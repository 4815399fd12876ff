import { readHeadings } from '../../evidence/facts/headings.ts';
import { readLedger, type State } from '../../evidence/facts/ledger.ts';
import { readSheets } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder } from '../../evidence/facts/root.ts';
import { changedFiles, writeFiles } from '../../kit/write-files.ts';
import { loadSpec, nameOf } from '../../spec/load.ts';
import type { Outcome } from '../outcome.ts';
import { planImport } from './plan-import.ts';

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
 * @throws SpecError if the input is bad; nothing is written then.
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
