import type { FactPage } from '../../evidence/facts/facts.ts';
import { fileOfUrl } from '../../evidence/facts/file-of-url.ts';
import { whyReserved } from '../../evidence/facts/reserved-files.ts';
import type { Capture } from '../readers/capture.ts';

/**
 * Why a new page has no place of its own in the specification, and what a person can do; undefined if it has one. Its facts
 * and its first path would replace what somebody wrote.
 * @param described the endpoints that have a place already.
 */
export function whyHomeless(
  { path }: Pick<Capture, 'path'>,
  basePath: string,
  described: readonly FactPage[],
): { readonly message: string; readonly fix: string } | undefined {
  const file = fileOfUrl(path, basePath);
  const reserved = whyReserved(file);
  if (reserved !== undefined)
    return {
      message: `its facts would be docs/${file}, and ${reserved}`,
      fix: 'leave the page out, or rename what is reserved in scripts/evidence/facts/',
    };
  const holder = described.find((page) => page.kind === 'endpoint' && page.path === path);
  return (
    holder && {
      message: `the page ${holder.page} (${holder.title}) describes ${holder.method} ${path} already`,
      fix: `find out which of the two holds; import the other by hand, with same_path_as: ${holder.page} in its facts`,
    }
  );
}
