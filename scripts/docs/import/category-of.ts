import type { Heading } from '../../evidence/facts/headings.ts';
import { latinText } from '../../spec/latin.ts';
import type { Capture } from '../readers/capture.ts';

/** The heading and the slug of a page's category. */
export interface Home {
  readonly category: string;
  readonly slug: string;
}

/**
 * Returns a function that finds the category of each page: that of the nearest known heading above it, or a new one with the
 * page's own heading and a slug in ASCII. The same pages always get the same categories.
 * @param given the category of pages whose capture names no heading.
 */
export function categories(
  captures: readonly Capture[],
  headings: readonly Heading[],
  given: string | undefined,
): (capture: Capture) => Home {
  const known = new Map(headings.map(({ heading, category }) => [heading, category]));
  const folders = new Map<string, Set<string>>();
  for (const { folder = '' } of captures) {
    const name = lastOf(folder);
    folders.set(name, (folders.get(name) ?? new Set()).add(folder));
  }
  const slugs = new Set(headings.map(({ category }) => category));
  return ({ folder = '' }) => {
    const found = [folder, ...partsOf(folder).reverse()].find((name) => known.has(name));
    if (found !== undefined) return { category: found, slug: known.get(found) ?? '' };
    if (folder === '') return homeOf(given ?? 'API', given ?? 'api');
    const last = lastOf(folder);
    // Two folders may have the same name below different ones.
    const heading = (folders.get(last)?.size ?? 0) > 1 ? folder : last;
    const candidates = [heading, folder].map(slugOf);
    const slug =
      candidates.find((name) => name !== '' && !slugs.has(name)) ?? free(candidates[0] || 'category', slugs);
    return homeOf(heading, slug);
  };

  function homeOf(category: string, slug: string): Home {
    known.set(category, slug);
    slugs.add(slug);
    return { category, slug };
  }
}

function free(slug: string, taken: ReadonlySet<string>): string {
  let name = slug;
  for (let number = 2; taken.has(name); number++) name = `${slug}-${number}`;
  return name;
}

function partsOf(folder: string): string[] {
  return folder
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function lastOf(folder: string): string {
  return partsOf(folder).at(-1) ?? '';
}

function slugOf(heading: string): string {
  return latinText(heading)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
}
