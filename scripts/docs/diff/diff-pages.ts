import { readDocs } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder, seatsOf } from '../../evidence/facts/root.ts';
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
 * @throws SpecError if a capture is not a page.
 */
export function diffPages({ spec: root, targets, isAll }: DiffOptions): Outcome {
  const spec = loadSpec(root);
  const pages = readDocs(docsFolder(spec)).map(({ page }) => page);
  const captures = readTargets(targets);
  refuseForeign(captures, basePathOf(spec));
  const drift = findDrift(pages, captures, { seats: seatsOf(spec), isAll });
  const hasDrift = drift.some(({ state }) => state !== 'unchanged');
  return { text: printDrift(drift), data: { pages: drift }, code: hasDrift ? 1 : 0 };
}
