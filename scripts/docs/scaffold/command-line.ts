import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../../kit/command.ts';
import { report } from '../outcome.ts';
import { scaffold } from './scaffold.ts';

const USAGE = 'usage: npm run docs -- scaffold <path|--all> [--force] [--dry-run] [--json] [--spec <folder>]';
const HELP = `${USAGE}

Writes a first spec/paths/<url>.yaml from the facts of one endpoint, and its row in the root. It holds what the page says and
nothing more; curate it by hand.

  --all            every endpoint that has facts and no operation; what exists stays
  --spec <folder>  the specification  (spec)
  --force          overwrite an existing path file
  --dry-run        write nothing, print the file
  --json           print the result as JSON

Exit codes: 0 done, 2 wrong arguments or bad input.`;

/** `npm run docs -- scaffold`: writes the first path file of an endpoint from its facts. */
export const runScaffold = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        spec: { type: 'string', default: 'spec' },
        all: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [url, more] = positionals;
    const { spec, all, force, json, 'dry-run': dryRun } = values;
    if ((url === undefined) !== all || more !== undefined)
      throw wrongArguments('scaffold needs one path, or --all');
    if (all && force) throw wrongArguments('--force overwrites one file: name its path in place of --all');
    return report(await scaffold({ spec, url, force, dryRun }), json, print);
  },
});
