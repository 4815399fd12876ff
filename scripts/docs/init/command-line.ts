import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../../kit/command.ts';
import { report } from '../outcome.ts';
import { initSpec } from './init-spec.ts';

const USAGE =
  'usage: npm run docs -- init <folder> [--title <title>] [--server <url>] [--base-path </prefix>] [--json]';
const HELP = `${USAGE}

Begins a specification in an empty folder: a root document without endpoints, in which the next commands fill in the rest.
Then run, each with --spec <folder>:

  npm run docs -- pull <url> --out <pages>   fetches the pages of an Apifox site
  npm run docs -- import <pages>             writes them as facts, and the root's tags, servers and security
  npm run docs -- scaffold --all             writes a first path for each endpoint
  npm run check                              lists what a person has to decide
  npm run generate -- --out <client>         writes the client

  --title <title>        the name of the API            (the name of the folder)
  --server <url>         the address of the server      (that of the imported pages)
  --base-path </prefix>  what every path begins with    (nothing)
  --json                 print the result as JSON

A folder that holds a specification already stays as it is. A folder that holds anything else is refused.

Exit codes: 0 done, 2 wrong arguments or bad input.`;

/** `npm run docs -- init`: begins the specification of an API. */
export const runInit = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        server: { type: 'string' },
        'base-path': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [folder, more] = positionals;
    const { title, server, json, 'base-path': basePath } = values;
    if (folder === undefined || more !== undefined) throw wrongArguments('init needs one folder');
    if (server !== undefined && !(URL.canParse(server) && /^https?:/.test(server)))
      throw wrongArguments('--server takes an http address');
    if (basePath !== undefined && !/^(\/[\w.~-]+)+$/.test(basePath))
      throw wrongArguments('--base-path takes a path such as /api/v1, without a slash at its end');
    return report(initSpec({ folder, title, server, basePath }), json, print);
  },
});
