import { readHeadings } from '../../evidence/facts/headings.ts';
import { readLedger, type State } from '../../evidence/facts/ledger.ts';
import { readSheets } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder } from '../../evidence/facts/root.ts';
import { changedFiles } from '../../kit/write-files.ts';
import { loadSpec, nameOf } from '../../spec/load.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { commitFiles } from '../apply/journal.ts';
import type { Outcome } from '../outcome.ts';
import { type ImportPlan, planImport } from './plan-import.ts';

/** Arguments of {@link importFacts}. */
export interface ImportOptions {
  readonly spec: string;
  readonly targets: readonly string[];
  /** Paths or page ids; empty for all. */
  readonly only: readonly string[];
  readonly dryRun: boolean;
}

/**
 * Imports fact sheets into `spec/docs/` and the ledger, all of them or none.
 * @throws SpecError if the input is bad; nothing is written then.
 */
export async function importFacts(options: ImportOptions): Promise<Outcome> {
  if (options.dryRun) return outcomeOf(planFiles(options), true);
  return await withSpecLock(options.spec, 'docs import', async (lock) => {
    const planned = planFiles(options);
    commitFiles(lock, planned.changed);
    return outcomeOf(planned, false);
  });
}

interface Planned {
  readonly plan: ImportPlan;
  /** The files that differ from those on disk. */
  readonly changed: ReadonlyMap<string, string>;
}

function planFiles(options: ImportOptions): Planned {
  const spec = loadSpec(options.spec);
  const folder = docsFolder(spec);
  const target = {
    folder,
    basePath: basePathOf(spec),
    rows: readLedger(folder).rows,
    headings: readHeadings(folder),
  };
  const plan = planImport(readSheets(options.targets), target, options.only);
  return { plan, changed: changedFiles(plan.files) };
}

function outcomeOf({ plan, changed }: Planned, dryRun: boolean): Outcome {
  const names = [...changed.keys()].map(nameOf).sort();
  const states: Partial<Record<State, number>> = {};
  for (const { state } of plan.rows) states[state] = (states[state] ?? 0) + 1;
  const counts = Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
  const verb = dryRun ? 'would be written' : 'written';
  const summary = `${plan.rows.length} pages (${counts}); ${names.length} of ${plan.files.size} files ${verb}`;
  return {
    text: [...names, summary].join('\n'),
    data: { pages: plan.rows.length, states, files: plan.files.size, changed: names, dryRun },
  };
}
