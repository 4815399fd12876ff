import { parseArgs } from 'node:util';
import { wrongArguments } from '../../kit/command.ts';
import type { PlanOptions } from './plan-pages.ts';

/** What `apply` and `sync` both take, as their help texts say it. */
export const MERGE_HELP = `  --all              the captures are all pages there are: one that is missing is gone
  --category <slug>  the category of new pages whose capture does not tell it
  --spec <folder>    the specification                        (spec)`;

/** Arguments of a merge, and which of the command's own switches are on. */
export interface MergeArguments {
  readonly options: PlanOptions;
  readonly isOn: (name: string) => boolean;
}

/**
 * Parses the arguments of `apply` and `sync`.
 * @throws TypeError with a code where they are wrong, as `parseArgs` does.
 */
export function parseMerge(
  command: string,
  args: readonly string[],
  switches: readonly string[],
): MergeArguments {
  const { values, positionals: targets } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      category: { type: 'string' },
      spec: { type: 'string', default: 'spec' },
      ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
    },
  });
  if (targets.length === 0)
    throw wrongArguments(`${command} needs a captured page, a folder of them, or - for standard input`);
  const { spec, all: isAll, category } = values;
  const on = new Set(Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : [])));
  return { options: { spec, targets, isAll, category }, isOn: (name) => on.has(name) };
}
