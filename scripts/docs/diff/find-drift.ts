import type { FactPage } from '../../evidence/facts/facts.ts';
import type { Capture } from '../readers/capture.ts';
import { compareCapture, type PageDrift, type Seats } from './compare-capture.ts';
import { notesOf } from './page-notes.ts';
import { proposalsOf } from './settle-nesting.ts';

/** Compares captures with the facts of the same pages. With `isAll`, a page without a capture is gone. */
export function findDrift(
  pages: readonly FactPage[],
  captures: readonly Capture[],
  { seats, isAll }: { readonly seats: Seats; readonly isAll: boolean },
): PageDrift[] {
  const endpoints = pages.filter(({ kind, path }) => kind === 'endpoint' && path !== undefined);
  const found = new Set<FactPage>();
  const drift = captures.map((capture): PageDrift => {
    const old =
      endpoints.find(({ page }) => page === capture.page) ??
      endpoints.find(({ method, path }) => method === capture.method && path === capture.path);
    if (old !== undefined) {
      found.add(old);
      return compareCapture(old, capture, seats);
    }
    const { page = 'unknown', title, method, path, missing } = capture;
    const proposals = proposalsOf(undefined, capture);
    return {
      state: 'new',
      page,
      title,
      method,
      path,
      changes: [],
      missing,
      notes: notesOf(undefined, capture),
      proposals,
    };
  });
  const gone = isAll ? endpoints.filter((page) => !found.has(page) && page.evidence === undefined) : [];
  return [
    ...drift,
    ...gone.map(({ page, title, method = '', path = '' }): PageDrift => {
      return { state: 'gone', page, title, method, path, changes: [], missing: [], notes: [], proposals: [] };
    }),
  ];
}
