import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckContext, MissingProgram } from './run-check.ts';
import { runProgram } from './run-program.ts';

const SOURCES = join(import.meta.dirname, 'consumers');
// What npm says where there is no network.
const OUT_OF_REACH = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH)\b/;
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Copies a consumer project out of this one and installs the tarball into it, and what else it needs. The second check that
 * asks for the same project finds it there.
 *
 * @throws MissingProgram where npm cannot reach its registry, and Error for whatever else it says.
 */
export async function installProject({ work, tarball }: CheckContext, name: string): Promise<string> {
  const folder = join(work, name);
  if (existsSync(join(folder, 'node_modules/weiban-openapi'))) return folder;
  cpSync(join(SOURCES, name), folder, { recursive: true });
  await runProgram('npm', ['install', ...QUIET, tarball], { cwd: folder }).catch((error: Error) => {
    if (OUT_OF_REACH.test(error.message)) throw new MissingProgram('the npm registry is out of reach');
    throw error;
  });
  return folder;
}
