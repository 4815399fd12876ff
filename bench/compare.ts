import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../scripts/spec/openapi.ts';
import { type SampleCall, sampleCalls } from './compare/calls.ts';
import { bundleSize, typeCost } from './compare/consumer-cost.ts';
import { ownTool } from './compare/own.ts';
import { FOREIGN, type Task, type Tool } from './compare/tools.ts';
import type { Figure } from './support/figures.ts';
import { runMeasured } from './support/measured-run.ts';
import { installRivals } from './support/rivals.ts';

/**
 * Compares this package with other generators on the same document: the cost of generating, and what the output costs a
 * consumer's compiler and bundle. A tool that fails gets a row with the reason.
 * @param spec an OpenAPI document, YAML or JSON; by default our bundle.
 */
export async function compare(spec?: string): Promise<Figure[]> {
  const document = resolve(spec ?? 'generated/openapi.json');
  const task: Task = {
    document,
    ...installRivals(),
    project: process.cwd(),
  };
  prepare(task);
  const calls = sampleCalls(parse(readFileSync(document, 'utf8'), { maxAliasCount: -1 }) as OpenApiDocument);
  const makers: [name: string, make: () => Tool][] = [
    ['weiban-openapi', () => ownTool(spec === undefined ? resolve('spec') : document)],
    ...FOREIGN.map((tool): [string, () => Tool] => [tool.name, () => tool]),
  ];
  const figures: Figure[] = [];
  for (const [name, make] of makers) {
    try {
      figures.push(...(await figuresOf(task, make(), calls)));
    } catch (error) {
      const note = `failed: ${(error as Error).message.split('\n', 1)[0]?.slice(0, 160)}`;
      figures.push({ section: 'compare: generate, processor', name, value: Number.NaN, unit: 's', note });
    }
  }
  // Group the figures by metric.
  const metrics = [...new Set(figures.map(({ section }) => section))];
  return metrics.flatMap((metric) => figures.filter(({ section }) => section === metric));
}

async function figuresOf(task: Task, tool: Tool, calls: readonly SampleCall[]): Promise<Figure[]> {
  const output = join(task.folder, tool.output);
  rmSync(output, { recursive: true, force: true });
  const run = await runMeasured(tool.generate(task), {
    cwd: tool.name === 'weiban-openapi' ? task.project : task.folder,
    ...(tool.name !== 'weiban-openapi' && { node: task.node }),
  });
  const files = sourcesBelow(output);
  if (run.status !== 0 || files.length === 0) throw new Error(reasonIn(run.output, run.status));
  const of = (metric: string, value: number, unit: string, note?: string): Figure => ({
    section: `compare: ${metric}`,
    name: tool.name,
    value,
    unit,
    ...(note !== undefined && { note }),
  });
  const types = await typeCost(task, tool, calls);
  const remarks = [
    ...(types.called < calls.length ? [`${types.called} of ${calls.length} operations called`] : []),
    ...(types.errors > 0 ? [`${types.errors} type errors`] : []),
  ];
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return [
    of('generate, processor', run.cpu, 's', tool.version),
    of('generate, wall', run.wall, 's'),
    of('generate, peak memory', run.peak, 'MB'),
    of('TypeScript written', bytes / 1000, 'kB'),
    of('instantiations', types.instantiations, '', remarks.join(', ') || undefined),
    of('type check', types.seconds, 's'),
    ...(await bundles(task, tool, calls, of)),
  ];
}

/** Measures the bundles. For this package that works only with our specification, because its runtime is specific to Weiban. */
async function bundles(
  task: Task,
  tool: Tool,
  calls: readonly SampleCall[],
  of: (metric: string, value: number, unit: string, note?: string) => Figure,
): Promise<Figure[]> {
  try {
    return [
      of('bundle, one call', (await bundleSize(task, tool, calls.slice(0, 1))) / 1000, 'kB'),
      of('bundle, all calls', (await bundleSize(task, tool, calls)) / 1000, 'kB'),
    ];
  } catch (error) {
    const [, reason = ''] = (error as Error).message.split('\n');
    return [of('bundle, one call', Number.NaN, 'kB', `not bundled: ${reason.slice(0, 160)}`)];
  }
}

/** Writes orval's configuration file. */
function prepare({ folder, document }: Task): void {
  const input = {
    input: document,
    output: { target: './orval/client.ts', client: 'axios-functions', mode: 'split' },
  };
  writeFileSync(join(folder, 'orval.config.cjs'), `module.exports = ${JSON.stringify({ api: input })};\n`);
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function reasonIn(output: string, status: number | null): string {
  const lines = output.split('\n').filter((line) => /error|cannot|fail|invalid|mistake/i.test(line));
  return lines[0]?.trim() ?? `it ended with ${status ?? 'a time-out'} and wrote no TypeScript`;
}
