import { isDeepStrictEqual } from 'node:util';
import type { FactPage } from '../../evidence/facts/facts.ts';
import type { Diagnostic } from '../../kit/diagnostic.ts';
import type { Capture } from '../readers/capture.ts';
import { type ReadPages, refuseAll } from '../readers/read-captures.ts';

/**
 * Removes captures that repeat another capture of the same page. If two captures of a page differ, both are refused, because
 * nothing shows which of them is newer. Several pages may describe one endpoint, as far as the facts know them.
 * @throws SpecError if no page is left.
 */
export function distinctCaptures({ captures, refused }: ReadPages, facts: readonly FactPage[]): ReadPages {
  const ids = new Set(facts.map(({ page }) => page));
  const isKnown = ({ page }: Capture) => page !== undefined && ids.has(page);
  const described = new Map(captures.filter(isKnown).map((capture) => [placeOf(capture), capture]));
  const byPage = new Map<string, Capture>();
  const twice = new Map<string, Diagnostic>();
  const further: Diagnostic[] = [];
  for (const capture of captures) {
    const leader = isKnown(capture) ? undefined : described.get(placeOf(capture));
    if (leader !== undefined) {
      further.push(furtherPage(capture, leader));
      continue;
    }
    const key = isKnown(capture) ? String(capture.page) : placeOf(capture);
    const first = byPage.get(key);
    if (first === undefined) byPage.set(key, capture);
    else if (!isDeepStrictEqual({ ...first, from: '' }, { ...capture, from: '' }))
      twice.set(key, twoCaptures(capture, first));
  }
  const pages = {
    captures: [...byPage].filter(([key]) => !twice.has(key)).map(([, capture]) => capture),
    refused: [...refused, ...twice.values(), ...further],
  };
  refuseAll(pages);
  return pages;
}

function placeOf({ method, path }: Capture): string {
  return `${method} ${path}`;
}

function twoCaptures(capture: Capture, first: Capture): Diagnostic {
  return {
    code: 'page-twice',
    message: `${placeOf(capture)} is captured twice, with different content: here and in ${first.from} (${capture.title})`,
    fix: 'leave out the older of the two',
    place: { file: capture.from, line: 1, column: 1 },
  };
}

function furtherPage(capture: Capture, leader: Capture): Diagnostic {
  const { from, title, page = 'without an id' } = capture;
  return {
    code: 'page-new',
    message: `the page ${page} (${title}) is new and describes ${placeOf(capture)} like ${leader.page} (${leader.title})`,
    fix: `keep it as a further page: npm run docs -- import ${from}`,
    place: { file: from, line: 1, column: 1 },
  };
}
