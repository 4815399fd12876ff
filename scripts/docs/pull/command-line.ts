import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../../kit/command.ts';
import { pullSite } from './pull-site.ts';

const USAGE = 'usage: npm run docs -- pull <url> [--out <folder>] [--at-once <n>] [--json]';
const HELP = `${USAGE}

Fetches the pages that an Apifox site lists in its llms.txt, as far as they have changed, into a folder that git ignores. If
it is interrupted, the next run continues. Removes the file of a page that the site no longer lists. Then run:
npm run docs -- diff <folder> --all

  --out <folder>   the folder for the pages  (.docs-pages)
  --at-once <n>    concurrent requests, 1-8  (3)
  --json           print the result as JSON

Exit codes: 0 done, 1 some pages could not be fetched, 2 wrong arguments or no such site.`;

/** `npm run docs -- pull`: fetches the pages of a site that have changed. */
export const runPull = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print, complain }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', default: '.docs-pages' },
        'at-once': { type: 'string', default: '3' },
        json: { type: 'boolean', default: false },
      },
    });
    const [url, more] = positionals;
    const atOnce = Number(values['at-once']);
    if (url === undefined || more !== undefined || !URL.canParse(url) || !/^https?:/.test(url))
      throw wrongArguments('pull needs the http address of one site');
    if (!(Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= 8))
      throw wrongArguments('--at-once takes a number from 1 to 8');
    const onPage = (done: number, all: number) => {
      if (!values.json && (done % 25 === 0 || done === all)) complain(`${done} of ${all} pages`);
    };
    const result = await pullSite({ url, folder: values.out, atOnce, onPage });
    const { pages, fetched, unchanged, resumed, failed, removed, elsewhere } = result;
    const counts = `${pages} pages: ${fetched} fetched, ${unchanged} unchanged, ${resumed} fetched before, ${failed.length} failed`;
    const gone = removed.length > 0 ? `, ${removed.length} removed` : '';
    const next =
      fetched > 0
        ? `\nnext: npm run docs -- import ${values.out} takes them into the facts of a new specification, npm run docs -- diff ${values.out} compares them with the facts there are`
        : '';
    const ignored = elsewhere > 0 ? `; ${elsewhere} links to other servers ignored` : '';
    print(
      values.json
        ? JSON.stringify(result, null, 2)
        : [...failed, ...removed, `${counts}${gone}${ignored}; in ${values.out}${next}`].join('\n'),
    );
    return failed.length > 0 ? 1 : 0;
  },
});
