import { spawnSync } from 'node:child_process';

/**
 * Runs a command in a folder.
 * @throws Error with the command's output if it fails.
 */
export function run(folder: string, command: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
