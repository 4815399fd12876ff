import { createCommand } from '../../kit/command.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { nameOf } from '../../spec/load.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { commitFiles } from './journal.ts';
import { MERGE_HELP, parseMerge } from './merge-arguments.ts';
import { type PagePlan, type PlanOptions, planPages } from './plan-pages.ts';
import { printPatch, printPlan } from './print-plan.ts';

const USAGE =
  'usage: npm run docs -- apply <file|folder|->… [--all] [--category <slug>] [--dry-run] [--json] [--spec <folder>]';
const HELP = `${USAGE}

Merges captured pages into the facts and the curated specification. The facts take over what the pages say. The
specification follows a page wherever the two agreed before; where somebody curated it, it stays, and the conflict is
shown with all three sides. New pages get facts, a ledger row and a first path. Every other line stays byte for byte.

${MERGE_HELP}
  --dry-run          write nothing, print the patch
  --json             print the result as JSON

Exit codes: 0 all merged, 1 places to decide, 2 wrong arguments or bad input (nothing is written).`;

/** `npm run docs -- apply`: merges captured pages into the facts and the specification. */
export const runApply = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { options, isOn } = parseMerge('apply', args, ['dry-run', 'json']);
    const dryRun = isOn('dry-run');
    const plan = dryRun ? await planPages(options) : await applyPages(options);
    const patch = dryRun ? printPatch(plan.files) : '';
    print(isOn('json') ? exactJson(dataOf(plan, patch), 2) : `${patch}${printPlan(plan, dryRun)}`);
    return plan.conflicts.length + plan.open.length > 0 ? 1 : 0;
  },
});

async function applyPages(options: PlanOptions): Promise<PagePlan> {
  return await withSpecLock(options.spec, 'docs apply', async (lock) => {
    const plan = await planPages(options);
    commitFiles(lock, plan.files);
    return plan;
  });
}

function dataOf({ drift, followed, files, conflicts, open }: PagePlan, patch: string): object {
  return { pages: drift, followed, files: [...files.keys()].map(nameOf), conflicts, open, patch };
}
