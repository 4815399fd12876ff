import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../../kit/command.ts';
import { report } from '../outcome.ts';
import { diffPages } from './diff-pages.ts';

const USAGE = 'usage: npm run docs -- diff <file|folder|->… [--all] [--json] [--spec <folder>]';
const HELP = `${USAGE}

Compares captured pages with the facts, and reports for each page what is new, gone or different. Reads the text of a page
as copied from the browser, Markdown as Apifox serves it, and an OpenAPI export. Writes nothing.

  --all            the captures include every page: a page that is missing is gone
  --spec <folder>  the specification  (spec)
  --json           print the result as JSON

A page that cannot be read is listed, and the others are compared; no page counts as gone then.

Exit codes: 0 no drift, 1 drift or a page that cannot be read, 2 wrong arguments, or no page that can be read.`;

/** `npm run docs -- diff`: compares captured pages with the facts. */
export const runDiff = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const { values, positionals: targets } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        spec: { type: 'string', default: 'spec' },
        json: { type: 'boolean', default: false },
      },
    });
    if (targets.length === 0)
      throw wrongArguments('diff needs a captured page, a folder of them, or - for standard input');
    return report(diffPages({ spec: values.spec, targets, isAll: values.all }), values.json, print);
  },
});
