// npm run pack:check: builds and packs the package, and uses the tarball as other teams do.
import { join } from 'node:path';
import { buildPackage } from '../../scripts/build/build-package.ts';
import { findChromium } from '../support/find-chromium.ts';
import { type Opened, runCheckCommand } from './check-command.ts';
import { checks } from './checks/index.ts';
import { packFolder } from './pack-folder.ts';
import type { CheckContext } from './run-check.ts';
import { startApi } from './start-api.ts';

const HELP = `npm run pack:check -- [--only <name>]… [--json <file>] [--no-build] [--keep]

Builds and packs the package, and checks the tarball: its contents, publint, attw, and projects that install and run it.

  --only <name>  only the checks whose name is this or begins with it; may be repeated
  --json <file>  writes the results as JSON, for .ci/summarise.mjs
  --no-build     takes dist/ as it is
  --keep         keep the projects, and print their folder

Checks: ${checks.map(({ name }) => name).join(', ')}
Exit codes: 0 all passed or skipped for want of a program, 1 some failed, 2 wrong arguments.`;

process.exitCode = await runCheckCommand(
  { name: 'pack:check', help: HELP, checks, switches: ['no-build'], open },
  process.argv.slice(2),
);

/** Packs the package into a folder in which a consumer's missing dependency is not found in this project's node_modules. */
async function open(work: string, given: ReadonlySet<string>): Promise<Opened<CheckContext>> {
  const project = process.cwd();
  if (!given.has('no-build')) {
    console.log('building dist/ …');
    await buildPackage(project, join(project, 'dist'));
  }
  const packed = await packFolder('dist', work);
  console.log(`${packed.files.length} files, ${(packed.size / 1000).toFixed(0)} kB packed\n`);
  const api = await startApi();
  return { context: { ...packed, work, api, chromium: findChromium(), project }, close: api.close };
}
