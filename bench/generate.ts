import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median } from './support/figures.ts';
import { type MeasuredRun, runMeasured } from './support/measured-run.ts';

const RUNS = 3;

/** What `npm run generate` takes for the whole specification: from nothing, and where nothing changed; medians. */
export async function generate(): Promise<Figure[]> {
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error('npm is not known; run the section by npm run bench -- generate.');
  // npm's own script, so that its start is in the figure.
  const npmRun = [npm, 'run', '--silent', 'generate', '--'];
  const folder = mkdtempSync(join(tmpdir(), 'weiban-bench-generate-'));
  try {
    cpSync('spec', join(folder, 'spec'), { recursive: true });
    const args = ['--spec', join(folder, 'spec'), '--out', join(folder, 'generated')];
    const cold: MeasuredRun[] = [];
    for (let run = 0; run < RUNS; run++) cold.push(await runMeasured([...npmRun, ...args, '--force']));
    const unchanged: MeasuredRun[] = [];
    for (let run = 0; run < RUNS; run++) unchanged.push(await runMeasured([...npmRun, ...args]));
    return [...figuresOf('cold', cold, 3), ...figuresOf('nothing changed', unchanged, 0.5)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(name: string, runs: readonly MeasuredRun[], budget: number): Figure[] {
  const failed = runs.find(({ status }) => status !== 0);
  if (failed !== undefined) throw new Error(`npm run generate failed:\n${failed.output.slice(0, 2000)}`);
  const middle = (of: (run: MeasuredRun) => number) => median(runs.map(of));
  const own = median(runs.map(({ output }) => Number(/in (\d+) ms/.exec(output)?.[1]) / 1000));
  const section = 'generate';
  return [
    {
      section,
      name: `${name}, wall, with npm's start`,
      value: middle(({ wall }) => wall),
      unit: 's',
      budget,
    },
    { section, name: `${name}, wall, by its own clock`, value: own, unit: 's' },
    { section, name: `${name}, processor`, value: middle(({ cpu }) => cpu), unit: 's' },
    { section, name: `${name}, peak memory of all processes`, value: middle(({ peak }) => peak), unit: 'MB' },
  ];
}
