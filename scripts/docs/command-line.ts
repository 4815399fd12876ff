import { parseArgs } from 'node:util';
import { complaintOf, wrongArguments } from '../kit/arguments.ts';
import { exactJson } from '../kit/exact-json.ts';
import { diffPages, importFacts, type Outcome, recordExamples, restore, scaffold } from './commands.ts';

const USAGE = `usage: npm run docs -- <command>
  import <file|folder>… [--only <path|page id>,…] [--dry-run] [--json] [--spec <folder>]
  scaffold </open-api/…> [--force] [--dry-run] [--json] [--spec <folder>]
  recordings [--recordings <folder>] [--dry-run] [--json] [--spec <folder>]
  diff <file|folder|->… [--all] [--json] [--spec <folder>]
  apply <file|folder|->… [--all] [--category <slug>] [--dry-run] [--json] [--spec <folder>]
  sync <file|folder|->… [--all] [--category <slug>] [--yes] [--spec <folder>]
  pull <url> [--out <folder>] [--at-once <n>] [--json]
  restore [--spec <folder>]
  --help`;
const HELP = `${USAGE}

import      puts what documentation pages say, as fact sheets, into spec/docs/ and the ledger
scaffold    writes a first spec/paths/<url>.yaml from the facts of one endpoint, to be curated by hand
recordings  makes a recording of every documented answer that holds real data
diff        compares captured pages with the facts: their text as copied, Markdown as Apifox serves it, an OpenAPI export
apply       merges captured pages into the facts and the curated specification; apply --help says more
sync        diff, apply, check, generate, test and change report in one; sync --help says more
restore     puts back what was there before an apply or sync that was killed half-way
pull        fetches every page of an Apifox site that has changed; pull --help says more

  --only <list>          only these paths or page ids
  --spec <folder>        the specification                        (spec)
  --recordings <folder>  where the recordings stand               (test/recordings)
  --all                  the captures are all pages there are: one that is missing is gone
  --force                overwrite a path that is there already
  --dry-run              write nothing, say what would be written
  --json                 say what was done as JSON

Exit codes: 0 done, for diff no drift; 1 drift; 2 wrong arguments or bad input. Nothing is half-written.`;

/** What a run of `npm run docs` prints, and its exit code: 0, 1 for drift, 2 for bad arguments and bad input. */
export interface Run {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run docs` with its arguments; everything but printing and exiting. */
export function runDocs(args: readonly string[]): Run {
  if (args.includes('--help')) return { code: 0, out: HELP, err: '' };
  try {
    const { json, run } = parse(args);
    const outcome = run();
    return {
      code: outcome.code ?? 0,
      out: json ? exactJson(outcome.data, 2) : outcome.text.trimEnd(),
      err: '',
    };
  } catch (error) {
    return { code: 2, out: '', err: complaintOf(error, USAGE) };
  }
}

/** @throws TypeError with a code where the arguments are wrong, as `parseArgs` does. */
function parse(args: readonly string[]): { json: boolean; run: () => Outcome } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      spec: { type: 'string', default: 'spec' },
      recordings: { type: 'string', default: 'test/recordings' },
      only: { type: 'string', multiple: true },
      force: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [name, ...targets] = positionals;
  const command = COMMANDS.get(name ?? '');
  if (command === undefined)
    throw wrongArguments(name === undefined ? 'no command' : `unknown command ${JSON.stringify(name)}`);
  if (values.all && name !== 'diff') throw wrongArguments(`${name} takes no --all`);
  return { json: values.json, run: command(values, targets) };
}

interface Values {
  readonly spec: string;
  readonly recordings: string;
  readonly only?: string[] | undefined;
  readonly force: boolean;
  readonly all: boolean;
  readonly 'dry-run': boolean;
}

/** Each command checks its arguments and gives what is to be run. */
const COMMANDS = new Map<string, (values: Values, targets: readonly string[]) => () => Outcome>([
  [
    'import',
    ({ spec, only: lists, force, 'dry-run': dryRun }, targets) => {
      if (targets.length === 0) throw wrongArguments('import needs a file or folder of facts');
      if (force) throw wrongArguments('import takes no --force: facts are always the newest');
      const only = (lists ?? [])
        .flatMap((list) => list.split(','))
        .map((item) => item.trim())
        .filter((item) => item !== '');
      if (lists !== undefined && only.length === 0) throw wrongArguments('--only names nothing');
      return () => importFacts({ spec, targets, only, dryRun });
    },
  ],
  [
    'scaffold',
    ({ spec, only, force, 'dry-run': dryRun }, [url, more]) => {
      if (url === undefined || more !== undefined) throw wrongArguments('scaffold needs one path');
      if (only !== undefined) throw wrongArguments('scaffold takes no --only');
      return () => scaffold({ spec, url, force, dryRun });
    },
  ],
  [
    'recordings',
    ({ spec, recordings, only, force, 'dry-run': dryRun }, targets) => {
      if (targets.length > 0 || force || only !== undefined)
        throw wrongArguments('recordings takes a folder as --recordings, and nothing else');
      return () => recordExamples({ spec, recordings, dryRun });
    },
  ],
  [
    'restore',
    ({ spec }, targets) => {
      if (targets.length > 0) throw wrongArguments('restore takes nothing but --spec');
      return () => restore(spec);
    },
  ],
  [
    'diff',
    ({ spec, all }, targets) => {
      if (targets.length === 0)
        throw wrongArguments('diff needs a captured page, a folder of them, or - for standard input');
      return () => diffPages({ spec, targets, isAll: all });
    },
  ],
]);
