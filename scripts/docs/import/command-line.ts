import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../../kit/command.ts';
import { report } from '../outcome.ts';
import { importFacts } from './import-facts.ts';

const USAGE =
  'usage: npm run docs -- import <file|folder>… [--only <path|page id>,…] [--category <slug>] [--replace] [--dry-run] [--json] [--spec <folder>]';
const HELP = `${USAGE}

Writes documentation pages as facts into spec/docs/ and the ledger: sheets of facts, which replace existing facts, and captured
pages that are new (copied text, Markdown from Apifox, an OpenAPI export). Pages also give the root its tags, and its servers
and security if it states none. A page that the facts know already stays; npm run docs -- apply merges what changed.

  --only <list>    import only these paths or page ids
  --category <slug>  the category of captured pages that name none  (api)
  --replace        let a sheet that is marked incomplete replace facts that are complete
  --spec <folder>  the specification  (spec)
  --dry-run        write nothing, list what would be written
  --json           print the result as JSON

Exit codes: 0 done, 1 some pages could not be taken, 2 wrong arguments or bad input.`;

/** `npm run docs -- import`: imports fact sheets into the specification. */
export const runImport = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { values, positionals: targets } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true },
        category: { type: 'string' },
        replace: { type: 'boolean', default: false },
        spec: { type: 'string', default: 'spec' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (targets.length === 0) throw wrongArguments('import needs a file or folder of facts');
    const only = (values.only ?? [])
      .flatMap((list) => list.split(','))
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (values.only !== undefined && only.length === 0) throw wrongArguments('--only names nothing');
    return report(
      await importFacts({
        spec: values.spec,
        targets,
        only,
        category: values.category,
        replace: values.replace,
        dryRun: values['dry-run'],
      }),
      values.json,
      print,
    );
  },
});
