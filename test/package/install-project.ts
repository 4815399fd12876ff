import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckContext } from './run-check.ts';
import { runProgram } from './run-program.ts';

const SOURCES = join(import.meta.dirname, 'consumers');
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Copies a consumer project out of this one and installs the tarball into it, and what else it needs. The second check that
 * asks for the same project finds it there.
 */
export async function installProject({ work, tarball }: CheckContext, name: string): Promise<string> {
  const folder = join(work, name);
  if (existsSync(join(folder, 'node_modules/weiban-openapi'))) return folder;
  cpSync(join(SOURCES, name), folder, { recursive: true });
  await runProgram('npm', ['install', ...QUIET, tarball], { cwd: folder });
  return folder;
}
