import { parseArgs } from 'node:util';
import { createCommand } from '../../kit/command.ts';
import { restoreSpec } from '../apply/journal.ts';
import { report } from '../outcome.ts';

const USAGE = 'usage: npm run docs -- restore [--json] [--spec <folder>]';
const HELP = `${USAGE}

Undoes a command that was killed while it wrote into the specification: puts back every file as it was before.

  --spec <folder>  the specification  (spec)
  --json           print the result as JSON

Exit codes: 0 done, or nothing to restore; 2 wrong arguments or bad input.`;

/** `npm run docs -- restore`: undoes an interrupted command. */
export const runRestore = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { values } = parseArgs({
      args: [...args],
      options: { spec: { type: 'string', default: 'spec' }, json: { type: 'boolean', default: false } },
    });
    const restored = await restoreSpec(values.spec);
    const text = restored ? 'restored: every file is as it was before' : 'nothing to restore';
    return report({ text, data: { restored } }, values.json, print);
  },
});
