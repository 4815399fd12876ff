import { spawnSync } from 'node:child_process';

/** What has to hold before a release, in this order; the packed package last, for it is built there. */
const GATES: readonly (readonly string[])[] = [
  ['generate', '--', '--check'],
  ['check'],
  ['lint'],
  ['types'],
  ['size'],
  ['bench:types'],
  ['test'],
  ['pack:check'],
];

/** Runs the gates until one fails, and gives the name of that one. What they print goes where this process prints. */
export function runGates(folder: string, say: (line: string) => void): string | undefined {
  for (const [name = '', ...args] of GATES) {
    say(`\nnpm run ${name}`);
    const { status } = spawnSync('npm', ['run', name, ...args], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) return name;
  }
  return undefined;
}
