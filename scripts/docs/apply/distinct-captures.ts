import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../kit/diagnostic.ts';
import type { Capture } from '../readers/capture.ts';
import { type ReadPages, refuseAll } from '../readers/read-captures.ts';

/**
 * Removes captures that repeat another capture of the same page. If two captures of a page differ, both are
 * refused, because nothing shows which of them is newer.
 * @throws SpecError if no page is left.
 */
export function distinctCaptures({ captures, refused }: ReadPages): ReadPages {
  const byPlace = new Map<string, Capture>();
  const twice = new Map<string, Diagnostic>();
  for (const capture of captures) {
    const { from, ...content } = capture;
    const place = `${capture.method} ${capture.path}`;
    const first = byPlace.get(place);
    if (first === undefined) byPlace.set(place, capture);
    else if (!isDeepStrictEqual({ ...first, from }, { ...content, from }))
      twice.set(place, {
        code: 'page-twice',
        message: `${place} is captured twice, with different content: here and in ${first.from} (${capture.title})`,
        fix: 'leave out the older of the two',
        place: { file: from, line: 1, column: 1 },
      });
  }
  const pages = {
    captures: [...byPlace].filter(([place]) => !twice.has(place)).map(([, capture]) => capture),
    refused: [...refused, ...twice.values()],
  };
  refuseAll(pages);
  return pages;
}
