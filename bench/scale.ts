import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesise } from './scale/synthesise.ts';
import type { Figure } from './support/figures.ts';
import { type MeasuredRun, runMeasured } from './support/measured-run.ts';

const SIZES = [250, 1000, 4000];

/**
 * Measures the generators' cost for each operation, beyond that of a specification with a single operation, for specifications
 * of three sizes that are synthesised from ours. The cost must not grow with the number of operations.
 */
export async function scale(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-bench-scale-'));
  try {
    const start = await generateOf(folder, 1);
    const runs: [count: number, run: MeasuredRun][] = [];
    for (const count of SIZES) runs.push([count, await generateOf(folder, count)]);
    const rows = runs.map(([count, run]) => ({
      count,
      run,
      cpu: ((run.cpu - start.cpu) / (count - 1)) * 1000,
      peak: ((run.peak - start.peak) / (count - 1)) * 1000,
    }));
    const section = 'scale';
    const [small, large] = [rows[0], rows.at(-1)];
    if (small === undefined || large === undefined) return [];
    return [
      {
        section,
        name: 'start-up: a specification of one operation',
        value: start.cpu,
        unit: 's of processor',
        note: `${start.wall.toFixed(1)} s wall, ${start.peak.toFixed(0)} MB`,
      },
      ...rows.flatMap(({ count, run, cpu, peak }): Figure[] => [
        {
          section,
          name: `${count} operations, each`,
          value: cpu,
          unit: 'ms of processor',
          note: `all: ${run.cpu.toFixed(1)} s of processor, ${run.wall.toFixed(1)} s wall`,
        },
        {
          section,
          name: `${count} operations, each`,
          value: peak,
          unit: 'kB',
          note: `peak of all processes: ${run.peak.toFixed(0)} MB`,
        },
      ]),
      {
        section,
        name: 'processor for each, 4,000 relative to 250',
        value: large.cpu / small.cpu,
        unit: '×',
        budget: 1.25,
      },
      {
        section,
        name: 'memory for each, 4,000 relative to 250',
        value: large.peak / small.peak,
        unit: '×',
        budget: 1.25,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function generateOf(folder: string, count: number): Promise<MeasuredRun> {
  const spec = join(folder, `spec-${count}`);
  synthesise('spec', spec, count);
  const out = join(folder, `out-${count}`);
  const run = await runMeasured(
    ['--import', 'tsx', 'scripts/generate.ts', '--spec', spec, '--out', out, '--force'],
    { timeout: 600_000 },
  );
  if (run.status !== 0)
    throw new Error(`generating ${count} operations failed:\n${run.output.slice(0, 2000)}`);
  if (!run.output.startsWith(`${count} operation`)) throw new Error(`not ${count} operations: ${run.output}`);
  return run;
}
