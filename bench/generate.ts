import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median } from './support/figures.ts';
import { type MeasuredRun, runMeasured } from './support/measured-run.ts';

const RUNS = 3;
const SECTION = 'generate';
const OPENAPI_TYPESCRIPT = 'node_modules/openapi-typescript/bin/cli.js';

/**
 * Measures `npm run generate` on the whole specification: from scratch, relative to openapi-typescript on the same document,
 * and when nothing changed. The figures are medians.
 */
export async function generate(): Promise<Figure[]> {
  const npm = process.env.npm_execpath;
  if (npm === undefined)
    throw new Error('npm_execpath is not set; run the section with npm run bench -- generate.');
  // Run through npm, so that the figure includes its start.
  const npmRun = [npm, 'run', '--silent', 'generate', '--'];
  const folder = mkdtempSync(join(tmpdir(), 'weiban-bench-generate-'));
  try {
    cpSync('spec', join(folder, 'spec'), { recursive: true });
    const args = ['--spec', join(folder, 'spec'), '--out', join(folder, 'generated')];
    const types = [join(folder, 'generated/openapi.json'), '-o', join(folder, 'types.ts')];
    const cold: MeasuredRun[] = [];
    const typesAlone: MeasuredRun[] = [];
    // Alternate, so that both run under the same load.
    for (let run = 0; run < RUNS; run++) {
      cold.push(await runMeasured([...npmRun, ...args, '--force']));
      typesAlone.push(await runMeasured([OPENAPI_TYPESCRIPT, ...types]));
    }
    const unchanged: MeasuredRun[] = [];
    for (let run = 0; run < RUNS; run++) unchanged.push(await runMeasured([...npmRun, ...args]));
    return [
      ...figuresOf('cold', cold),
      ratioOf(cold, typesAlone),
      ...figuresOf('nothing changed', unchanged, 1),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(name: string, runs: readonly MeasuredRun[], budget?: number): Figure[] {
  refuseFailed('npm run generate', runs);
  const own = median(runs.map(({ output }) => Number(/in (\d+) ms/.exec(output)?.[1]) / 1000));
  return [
    {
      section: SECTION,
      name: `${name}, wall, with npm's start`,
      value: medianOf(runs, 'wall'),
      unit: 's',
      ...(budget !== undefined && { budget }),
    },
    { section: SECTION, name: `${name}, wall, by its own clock`, value: own, unit: 's' },
    { section: SECTION, name: `${name}, processor`, value: medianOf(runs, 'cpu'), unit: 's' },
    {
      section: SECTION,
      name: `${name}, peak memory of all processes`,
      value: medianOf(runs, 'peak'),
      unit: 'MB',
    },
  ];
}

/** The time for generating everything, relative to generating only the types. */
function ratioOf(cold: readonly MeasuredRun[], typesAlone: readonly MeasuredRun[]): Figure {
  refuseFailed('openapi-typescript', typesAlone);
  const alone = medianOf(typesAlone, 'wall');
  return {
    section: SECTION,
    name: 'cold, wall, relative to openapi-typescript alone',
    value: medianOf(cold, 'wall') / alone,
    unit: '×',
    budget: 2.5,
    note: `openapi-typescript ${alone.toFixed(2)} s`,
  };
}

function refuseFailed(command: string, runs: readonly MeasuredRun[]): void {
  const failed = runs.find(({ status }) => status !== 0);
  if (failed !== undefined) throw new Error(`${command} failed:\n${failed.output.slice(0, 2000)}`);
}

function medianOf(runs: readonly MeasuredRun[], figure: 'wall' | 'cpu' | 'peak'): number {
  return median(runs.map((run) => run[figure]));
}
