import { cpSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf, readCodeBlocks } from '../../readme/code-blocks.ts';
import { copyProject, runWithRegistry } from '../install-project.ts';
import type { PackageCheck } from '../run-check.ts';
import { runProgram } from '../run-program.ts';

/** Runs the unchanged commands of the README for a package that is not published yet. */
export const readmeInstall: PackageCheck = {
  name: 'readme-install',
  async run({ project, work }) {
    const commands = installCommands(readFileSync(join(project, 'README.md'), 'utf8'));
    const clone = join(work, 'readme', 'weiban-openapi');
    const consumer = join(work, 'readme', 'consumer');
    await cloneProject(project, clone);
    copyProject('redis-types', consumer);
    for (const command of commands)
      await runWithRegistry('sh', ['-c', command], command.startsWith('npm install ') ? consumer : clone);
    if (lstatSync(join(consumer, 'node_modules/weiban-openapi')).isSymbolicLink())
      throw new Error('npm linked to the package instead of installing it');
    await runProgram(process.execPath, ['main.js'], { cwd: consumer });
    await runProgram(process.execPath, [join(project, 'node_modules/typescript/bin/tsc')], { cwd: consumer });
    return `${commands.join('; ')}; it loads, and its types accept the project's own ioredis`;
  },
};

/** Copies the project as a clone would, including uncommitted changes and node_modules. */
async function cloneProject(project: string, clone: string): Promise<void> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = (await runProgram('git', args, { cwd: project })).split('\0');
  for (const file of files.filter((name) => name !== '' && existsSync(join(project, name))))
    cpSync(join(project, file), join(clone, file));
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'));
}

/**
 * The commands of the README's block that packs the package and installs the tarball.
 * @throws Error unless there is exactly one such block.
 */
export function installCommands(markdown: string): string[] {
  const blocks = readCodeBlocks(markdown)
    .filter(({ language }) => language === 'sh')
    .map(commandsOf)
    .filter((commands) => commands.includes('npm pack ./dist'));
  const [commands, ...duplicates] = blocks;
  if (!commands || duplicates.length > 0)
    throw new Error(
      `README.md: ${blocks.length} sh blocks contain "npm pack ./dist"; exactly one must say how to install the unpublished package.`,
    );
  return commands;
}
