import { isDeepStrictEqual } from 'node:util';
import { SpecError } from '../../kit/diagnostic.ts';
import type { Capture } from '../readers/capture.ts';

/**
 * Removes captures that repeat another capture of the same page.
 * @throws SpecError if two captures of a page differ, because nothing shows which of them is newer.
 */
export function distinctCaptures(captures: readonly Capture[]): Capture[] {
  const byPlace = new Map<string, Capture>();
  for (const capture of captures) {
    const { from, ...content } = capture;
    const place = `${capture.method} ${capture.path}`;
    const first = byPlace.get(place);
    if (first === undefined) byPlace.set(place, capture);
    else if (!isDeepStrictEqual({ ...first, from }, { ...content, from }))
      throw new SpecError([
        {
          code: 'page-twice',
          message: `${place} is captured twice, with different content: here and in ${first.from}`,
          fix: 'leave out the older of the two',
          place: { file: from, line: 1, column: 1 },
        },
      ]);
  }
  return [...byPlace.values()];
}
