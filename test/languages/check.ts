// npm run check:languages: makes clients of the OpenAPI 3.0 document with the generators of other languages, and calls the sandbox.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckResult, chooseChecks, countsOf, lineOf, runCheck } from '../package/run-check.ts';
import { checkExample } from './check-example.ts';
import { checkTool } from './check-tool.ts';
import type { Phase } from './language-tool.ts';
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

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const results = await runAll(values.only, values.keep);
    const counts = countsOf(results);
    if (values.json) writeFileSync(values.json, JSON.stringify({ ...counts, results }, null, 2));
    console.log(
      `\ncheck:languages: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
    return counts.failed > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error || error.message.startsWith('--only')))
      throw error;
    console.error(`${error.message}\n\n${HELP}`);
    return 2;
  }
}

async function runAll(only: readonly string[], keep: boolean): Promise<CheckResult[]> {
  const work = mkdtempSync(join(tmpdir(), 'weiban-languages-'));
  const cache = process.env.WEIBAN_LANGUAGES_CACHE ?? join(homedir(), '.cache/weiban-languages');
  mkdirSync(cache, { recursive: true });
  const root = process.cwd();
  const places = { work, cache, root, document: join(root, 'generated/openapi-3.0.json') };
  const tell = (name: string) => (phase: Phase) => console.error(`${name}: ${phase} …`);
  const checks = [
    ...tools.map((tool) => ({ name: tool.name, run: () => checkTool(tool, places, tell(tool.name)) })),
    ...examples.map((example) => ({
      name: example.name,
      run: () => checkExample(example, places, tell(example.name)),
    })),
  ];
  const results: CheckResult[] = [];
  try {
    for (const check of chooseChecks(checks, only)) {
      const result = await runCheck(check, undefined);
      results.push(result);
      console.log(lineOf(result));
    }
  } finally {
    if (keep) console.log(`\nthe projects are in ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
  return results;
}
