import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckContext, MissingProgram } from './run-check.ts';
import { runProgram } from './run-program.ts';

const SOURCES = join(import.meta.dirname, 'consumers');
// What npm says where there is no network.
const OUT_OF_REACH = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH)\b/;
/** How npm behaves in the projects that are checked. */
const QUIET = {
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
};

/** Copies a consumer project out of this one into a folder, with nothing installed. */
export function copyProject(name: string, folder: string): void {
  cpSync(join(SOURCES, name), folder, { recursive: true });
}

/**
 * Copies a consumer project out of this one and installs the tarball into it, and what else it needs. The second check that
 * asks for the same folder finds it there.
 *
 * @throws MissingProgram where npm cannot reach its registry, and Error for whatever else it says.
 */
export async function installProject(
  { work, tarball }: CheckContext,
  name: string,
  place: string = name,
): Promise<string> {
  const folder = join(work, place);
  if (existsSync(join(folder, 'node_modules/weiban-openapi'))) return folder;
  copyProject(name, folder);
  await installFromRegistry(folder, [tarball]);
  return folder;
}

/**
 * Runs `npm install` with these arguments.
 * @throws MissingProgram where npm cannot reach its registry, and Error for whatever else it says.
 */
export async function installFromRegistry(folder: string, args: readonly string[]): Promise<void> {
  await runWithRegistry('npm', ['install', ...args], folder);
}

/**
 * Runs a program that asks npm's registry, and gives what it printed.
 * @throws MissingProgram where the registry is out of reach, and Error for whatever else goes wrong.
 */
export async function runWithRegistry(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  return runProgram(program, args, { cwd, env: QUIET }).catch((error: Error) => {
    if (OUT_OF_REACH.test(error.message)) throw new MissingProgram('the npm registry is out of reach');
    throw error;
  });
}
