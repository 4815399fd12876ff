import { type ReadPages, refuseAll } from '../readers/read-captures.ts';

/**
 * Refuses captures of another vendor's pages: their paths do not start with the base path of the
 * specification.
 * @throws SpecError if no page is left.
 */
export function refuseForeign({ captures, refused }: ReadPages, basePath: string): ReadPages {
  const isOwn = ({ path }: { readonly path: string }) => path.startsWith(`${basePath}/`);
  const foreign = captures.filter((capture) => !isOwn(capture));
  const pages = {
    captures: captures.filter(isOwn),
    refused: [
      ...refused,
      ...foreign.map(({ from, method, path, title, page }) => ({
        code: 'page-foreign',
        message: `${method} ${path} is not below ${basePath}: the page ${[title, page].filter(Boolean).join(', ')} belongs to another API`,
        fix: 'leave the page out; if the API really has another base path, change x-base-path in the root',
        place: { file: from, line: 1, column: 1 },
      })),
    ],
  };
  refuseAll(pages);
  return pages;
}
