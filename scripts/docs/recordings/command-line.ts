import { parseArgs } from 'node:util';
import { createCommand } from '../../kit/command.ts';
import { report } from '../outcome.ts';
import { recordExamples } from './record-examples.ts';

const USAGE =
  'usage: npm run docs -- recordings [--recordings <folder>] [--dry-run] [--json] [--spec <folder>]';
const HELP = `${USAGE}

Makes a recording of every documented answer that holds real data.

  --recordings <folder>  the folder for the recordings  (test/recordings)
  --spec <folder>        the specification              (spec)
  --dry-run              write nothing, list what would be written
  --json                 print the result as JSON

Exit codes: 0 done, 2 wrong arguments or bad input.`;

/** `npm run docs -- recordings`: makes recordings of documented answers. */
export const runRecordings = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        recordings: { type: 'string', default: 'test/recordings' },
        spec: { type: 'string', default: 'spec' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { spec, recordings, json, 'dry-run': dryRun } = values;
    return report(recordExamples({ spec, recordings, dryRun }), json, print);
  },
});
