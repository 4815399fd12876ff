import { whyReserved } from '../../evidence/facts/reserved-files.ts';
import { fileOfUrl } from '../../spec/path-file.ts';
import type { Capture } from '../readers/capture.ts';

/**
 * Why a new page has no place of its own in the specification, and what a person can do; undefined if it has one. Its facts
 * would replace what somebody wrote.
 */
export function whyHomeless(
  { path }: Pick<Capture, 'path'>,
  basePath: string,
): { readonly message: string; readonly fix: string } | undefined {
  const file = fileOfUrl(path, basePath);
  const reserved = whyReserved(file);
  return reserved === undefined
    ? undefined
    : {
        message: `its facts would be docs/${file}, and ${reserved}`,
        fix: 'leave the page out, or rename what is reserved in scripts/evidence/facts/',
      };
}
