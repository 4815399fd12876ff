import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';

/** What a text is read as, page by page. */
export const read = (text: string) => readCapturesOf(new TextEncoder().encode(text), 'page');

/** What a capture says of a page, without where it came from and what only one form tells. */
export function essence(text: string) {
  const [capture] = read(text);
  if (capture === undefined) throw new Error('nothing was read');
  const { from: _, page: __, modified: ___, folder: ____, status, ...rest } = capture;
  // A page's text has a mark for every other state.
  return { ...rest, status: status === 'released' ? undefined : status };
}
