import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';

/** Reads the captures of a text. */
export const read = (text: string) => readCapturesOf(new TextEncoder().encode(text), 'page');

/** Reads a page and drops its source and everything that only one form shows. */
export function essence(text: string) {
  const [capture] = read(text);
  if (capture === undefined) throw new Error('nothing was read');
  const { from: _, page: __, modified: ___, folder: ____, status, ...rest } = capture;
  // A page's text marks every state but this one.
  return { ...rest, status: status === 'released' ? undefined : status };
}
