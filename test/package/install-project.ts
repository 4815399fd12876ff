import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckContext, MissingProgram } from './run-check.ts';
import { runProgram } from './run-program.ts';

const SOURCES = join(import.meta.dirname, 'consumers');
// The codes that npm reports without a network.
const OUT_OF_REACH = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH)\b/;
/** Settings of npm in the projects. */
const QUIET = {
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
};

/** Copies a consumer project into a folder, without installing anything. */
export function copyProject(name: string, folder: string): void {
  cpSync(join(SOURCES, name), folder, { recursive: true });
}

/**
 * Copies a consumer project into a folder and installs the tarball and its other dependencies. A second check with the same
 * folder reuses it.
 *
 * @throws MissingProgram if npm cannot reach its registry, and Error for any other failure.
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
 * @throws MissingProgram if npm cannot reach its registry, and Error for any other failure.
 */
export async function installFromRegistry(folder: string, args: readonly string[]): Promise<void> {
  await runWithRegistry('npm', ['install', ...args], folder);
}

/**
 * Runs a program that needs npm's registry. Resolves to its output.
 * @throws MissingProgram if the registry is out of reach, and Error for any other failure.
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
