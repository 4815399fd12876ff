// npm run check:languages: makes clients of the OpenAPI 3.0 document with the generators of other languages, and calls the sandbox.
import { join } from 'node:path';
import { runCheckCommand } from '../package/check-command.ts';
import { checkExample } from './check-example.ts';
import { checkTool } from './check-tool.ts';
import type { Phase, RunPlaces } from './language-tool.ts';
import { openCache } from './prepare.ts';
import { examples, tools } from './rows/index.ts';

const HELP = `npm run check:languages -- [--only <name>]… [--json <file>] [--keep]

Generates a client from generated/openapi-3.0.json with the tools of other languages, compiles it, and calls the sandbox:
token, a nested read, a list over three pages, a write, a documented error. Runs the programs in examples/ too.

  --only <name>  only the checks whose name is this or begins with it; may be repeated
  --json <file>  writes the results as JSON, for .ci/summarise.mjs
  --keep         keeps the projects, and prints their folder

Downloads are kept in WEIBAN_LANGUAGES_CACHE (default: ~/.cache/weiban-languages).
Checks: ${[...tools, ...examples].map(({ name }) => name).join(', ')}
Exit codes: 0 all passed or skipped for want of a program or a registry, 1 some failed, 2 wrong arguments.`;

const tell = (name: string) => (phase: Phase) => console.error(`${name}: ${phase} …`);

process.exitCode = await runCheckCommand(
  {
    name: 'check:languages',
    help: HELP,
    checks: [
      ...tools.map((tool) => ({
        name: tool.name,
        run: (places: RunPlaces) => checkTool(tool, places, tell(tool.name)),
      })),
      ...examples.map((example) => ({
        name: example.name,
        run: (places: RunPlaces) => checkExample(example, places, tell(example.name)),
      })),
    ],
    open,
  },
  process.argv.slice(2),
);

async function open(work: string) {
  const root = process.cwd();
  const document = join(root, 'generated/openapi-3.0.json');
  return { context: { work, cache: openCache(), root, document } };
}
