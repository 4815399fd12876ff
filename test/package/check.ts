// npm run pack:check: builds and packs the package, and uses the tarball as other teams do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from '../../scripts/build/build-package.ts';
import { findChromium } from '../support/find-chromium.ts';
import { checks } from './checks/index.ts';
import { packFolder } from './pack-folder.ts';
import { type CheckResult, chooseChecks, countsOf, lineOf, runCheck } from './run-check.ts';
import { startApi } from './start-api.ts';

const HELP = `npm run pack:check -- [--only <name>]… [--json <file>] [--no-build] [--keep]

Builds and packs the package, and checks the tarball: its contents, publint, attw, and projects that install and run it.

  --only <name>  only the checks whose name is this or begins with it; may be repeated
  --json <file>  writes the results as JSON, for .ci/summarise.mjs
  --no-build     takes dist/ as it is
  --keep         keep the projects, and print their folder

Checks: ${checks.map(({ name }) => name).join(', ')}
Exit codes: 0 all passed or skipped for want of a program, 1 some failed, 2 wrong arguments.`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'string' },
        'no-build': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const chosen = chooseChecks(checks, values.only);
    if (!values['no-build']) {
      console.log('building dist/ …');
      await buildPackage(process.cwd(), join(process.cwd(), 'dist'));
    }
    const results = await runAll(chosen, values.keep);
    if (values.json) writeFileSync(values.json, JSON.stringify({ ...countsOf(results), results }, null, 2));
    const { passed, failed, skipped } = countsOf(results);
    console.log(`\npack:check: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error || error.message.startsWith('--only')))
      throw error;
    console.error(`${error.message}\n\n${HELP}`);
    return 2;
  }
}

async function runAll(chosen: typeof checks, keep: boolean): Promise<CheckResult[]> {
  // Outside the project, so that a consumer's missing dependency is not found in the node_modules of this project.
  const work = mkdtempSync(join(tmpdir(), 'weiban-pack-'));
  const api = await startApi();
  const results: CheckResult[] = [];
  try {
    const packed = await packFolder('dist', work);
    const context = { ...packed, work, api, chromium: findChromium(), project: process.cwd() };
    console.log(`${packed.files.length} files, ${(packed.size / 1000).toFixed(0)} kB packed\n`);
    for (const check of chosen) {
      const result = await runCheck(check, context);
      results.push(result);
      console.log(lineOf(result));
    }
  } finally {
    await api.close();
    if (keep) console.log(`\nthe projects are in ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
  return results;
}
