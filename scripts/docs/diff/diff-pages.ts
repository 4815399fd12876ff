import { readDocs } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder, seatsOf } from '../../evidence/facts/root.ts';
import { type Diagnostic, formatDiagnostic } from '../../kit/diagnostic.ts';
import { loadSpec } from '../../spec/load.ts';
import type { Outcome } from '../outcome.ts';
import { readTargets } from '../readers/read-captures.ts';
import { findDrift } from './find-drift.ts';
import { refuseForeign } from './foreign-pages.ts';
import { printDrift } from './print-drift.ts';

/** Arguments of {@link diffPages}. */
export interface DiffOptions {
  readonly spec: string;
  /** Files and folders of captured pages; `-` for standard input. */
  readonly targets: readonly string[];
  /** Whether the captures include every page, so that a page without a capture is gone. */
  readonly isAll: boolean;
}

/**
 * Compares captured pages with the facts. Writes nothing.
 * @throws SpecError if no capture is a page.
 */
export function diffPages({ spec: root, targets, isAll }: DiffOptions): Outcome {
  const spec = loadSpec(root);
  const pages = readDocs(docsFolder(spec)).map(({ page }) => page);
  const { captures, refused } = refuseForeign(readTargets(targets), basePathOf(spec));
  // A page that cannot be taken may be any of those without a capture, so none of them counts as gone.
  const drift = findDrift(pages, captures, { seats: seatsOf(spec), isAll: isAll && refused.length === 0 });
  const hasDrift = drift.some(({ state }) => state !== 'unchanged');
  const text = [printDrift(drift), ...printRefused(refused)].join('\n');
  return { text, data: { pages: drift, refused }, code: hasDrift || refused.length > 0 ? 1 : 0 };
}

function printRefused(refused: readonly Diagnostic[]): string[] {
  if (refused.length === 0) return [];
  const count = `${refused.length} ${refused.length === 1 ? 'page' : 'pages'} could not be read, and no page counts as gone:`;
  return [count, ...refused.map(formatDiagnostic)];
}
