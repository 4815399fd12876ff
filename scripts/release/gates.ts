import { spawnSync } from 'node:child_process';

/** The checks before a release, in this order. `pack:check` comes last because it builds the package. */
const GATES: readonly (readonly string[])[] = [
  ['generate', '--', '--check'],
  ['check'],
  ['lint'],
  ['size'],
  ['bench:types'],
  ['test'],
  ['test:thorough'],
  ['pack:check'],
];

/** Runs the gates until one fails. Returns its name, or undefined if all pass. Their output goes to this process's output. */
export function runGates(folder: string, say: (line: string) => void): string | undefined {
  for (const [name = '', ...args] of GATES) {
    say(`\nnpm run ${name}`);
    const { status } = spawnSync('npm', ['run', name, ...args], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) return name;
  }
  return undefined;
}
