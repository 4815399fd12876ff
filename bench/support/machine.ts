import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename } from 'node:path';
import { fingerprint } from '../../scripts/kit/fingerprint.ts';
import type { Fact } from './results-page.ts';

/**
 * Describes the machine on which the figures were measured.
 * @param document the OpenAPI document that the generators were compared on.
 * @param loadBefore the load averages before the run.
 */
export function machineFacts(document: string, loadBefore: readonly number[]): Fact[] {
  const processors = cpus();
  const load = (numbers: readonly number[]) => numbers.map((average) => average.toFixed(1)).join(', ');
  return [
    ['Node', process.version],
    ['Processor', `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`],
    ['Memory', `${(totalmem() / 1e9).toFixed(1)} GB`],
    ['System', `${process.platform} ${process.arch}`],
    ['Load average (1, 5, 15 minutes) before', load(loadBefore)],
    ['and after', load(loadavg())],
    ['Document', `${basename(document)}, ${fingerprint([['', readFileSync(document, 'utf8')]])}`],
    ['Day', new Date().toISOString().slice(0, 10)],
  ];
}
