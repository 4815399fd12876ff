import { parseArgs } from 'node:util';
import { wrongArguments } from '../../kit/command.ts';
import type { PlanOptions } from './plan-pages.ts';

/** The help text of the options that `apply` and `sync` share. */
export const MERGE_HELP = `  --all              the captures include every page: a page that is missing is gone
  --category <slug>  the category of new pages whose capture does not name one
  --spec <folder>    the specification                        (spec)`;

/** The arguments of a merge. `isOn` says whether one of the command's own switches is on. */
export interface MergeArguments {
  readonly options: PlanOptions;
  readonly isOn: (name: string) => boolean;
  /** The folder for generated files; undefined if none is given. */
  readonly out: string | undefined;
}

/**
 * Parses the arguments of `apply` and `sync`.
 * @throws TypeError with a code if they are wrong, like `parseArgs`.
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
      ...(command === 'sync' && { out: { type: 'string' as const } }),
      ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
    },
  });
  if (targets.length === 0)
    throw wrongArguments(`${command} needs a captured page, a folder of them, or - for standard input`);
  const { spec, all: isAll, category } = values;
  const on = new Set(Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : [])));
  const { out } = values as { readonly out?: unknown };
  return {
    options: { spec, targets, isAll, category },
    isOn: (name) => on.has(name),
    out: typeof out === 'string' ? out : undefined,
  };
}
