import { parseArgs } from 'node:util';
import { SpecError } from '../spec/diagnostic.ts';
import { importFacts, type Outcome, recordExamples, scaffold } from './commands.ts';

const USAGE = `usage: npm run docs -- <command>
  import <file|folder>… [--only <path|page id>,…] [--dry-run] [--json] [--spec <folder>]
  scaffold </open-api/…> [--force] [--dry-run] [--json] [--spec <folder>]
  recordings [--recordings <folder>] [--dry-run] [--json] [--spec <folder>]
  --help`;
const HELP = `${USAGE}

import      puts what documentation pages say, as fact sheets, into spec/docs/ and the ledger
scaffold    writes a first spec/paths/<url>.yaml from the facts of one endpoint, to be curated by hand
recordings  makes a recording of every documented answer that holds real data

  --only <list>          only these paths or page ids
  --spec <folder>        the specification                        (spec)
  --recordings <folder>  where the recordings stand               (test/recordings)
  --force                overwrite a path that is there already
  --dry-run              write nothing, say what would be written
  --json                 say what was done as JSON

Exit codes: 0 done, 2 wrong arguments or bad input; nothing is half-written.`;

/** What a run of `npm run docs` prints, and its exit code: 0, or 2 for bad arguments and bad input. */
export interface Run {
  readonly code: 0 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run docs` with its arguments; everything but printing and exiting. */
export function runDocs(args: readonly string[]): Run {
  if (args.includes('--help')) return { code: 0, out: HELP, err: '' };
  try {
    const { json, run } = parse(args);
    const outcome = run();
    return { code: 0, out: json ? JSON.stringify(outcome.data, null, 2) : outcome.text.trimEnd(), err: '' };
  } catch (error) {
    if (error instanceof SpecError) return { code: 2, out: '', err: error.message };
    if (error instanceof TypeError && 'code' in error)
      return { code: 2, out: '', err: `${error.message}\n${USAGE}` };
    throw error;
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
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { spec, force, json } = values;
  const dryRun = values['dry-run'];
  const [command, ...targets] = positionals;
  if (command === 'import') {
    if (targets.length === 0) throw wrong('import needs a file or folder of facts');
    if (force) throw wrong('import takes no --force: facts are always the newest');
    const only = (values.only ?? [])
      .flatMap((list) => list.split(','))
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (values.only !== undefined && only.length === 0) throw wrong('--only names nothing');
    return { json, run: () => importFacts({ spec, targets, only, dryRun }) };
  }
  if (command === 'scaffold') {
    const [url, more] = targets;
    if (url === undefined || more !== undefined) throw wrong('scaffold needs one path');
    if (values.only !== undefined) throw wrong('scaffold takes no --only');
    return { json, run: () => scaffold({ spec, url, force, dryRun }) };
  }
  if (command === 'recordings') {
    if (targets.length > 0 || force || values.only !== undefined)
      throw wrong('recordings takes a folder as --recordings, and nothing else');
    return { json, run: () => recordExamples({ spec, recordings: values.recordings, dryRun }) };
  }
  throw wrong(command === undefined ? 'no command' : `unknown command ${JSON.stringify(command)}`);
}

function wrong(message: string): TypeError {
  return Object.assign(new TypeError(message), { code: 'WRONG_ARGUMENTS' });
}
