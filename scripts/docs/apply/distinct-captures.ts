import { isDeepStrictEqual } from 'node:util';
import { SpecError } from '../../kit/diagnostic.ts';
import type { Capture } from '../readers/capture.ts';

/**
 * Captures without those that say of a page what another one says of it already.
 * @throws SpecError where two captures say different things of one page: nothing tells which of them is newer.
 */
export function distinctCaptures(captures: readonly Capture[]): Capture[] {
  const byPlace = new Map<string, Capture>();
  for (const capture of captures) {
    const { from, ...says } = capture;
    const place = `${capture.method} ${capture.path}`;
    const first = byPlace.get(place);
    if (first === undefined) byPlace.set(place, capture);
    else if (!isDeepStrictEqual({ ...first, from }, { ...says, from }))
      throw new SpecError([
        {
          code: 'page-twice',
          message: `${place} is captured here and, otherwise, in ${first.from}`,
          fix: 'leave out the older of the two',
          place: { file: from, line: 1, column: 1 },
        },
      ]);
  }
  return [...byPlace.values()];
}
