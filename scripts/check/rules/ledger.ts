import { join } from 'node:path';
import type { Context } from '../../evidence/compare/context.ts';
import { rowKey } from '../../evidence/facts/ledger.ts';
import { nameOf } from '../../spec/load.ts';
import { fileOfUrl } from '../../spec/path-file.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';

/** No page is forgotten, and every page that the ledger calls curated really is. */
export const ledger: Rule = {
  code: 'ledger',
  sentence:
    'Each page of spec/docs/ has a row in the ledger, and each row in the state curated has facts and a path.',
  fix: 'import the page again: npm run docs -- import <file>',
  check: (context) => [
    ...pagesWithoutRow(context),
    ...rowsWithoutPage(context),
    ...rowsWithoutHeading(context),
  ],
};

/** Every category needs a heading, so that people find it in the documentation's navigation. */
function rowsWithoutHeading({ ledger: { rows, source }, headings }: Context): Finding[] {
  if (source === undefined) return [];
  const known = new Set(headings.map(({ category }) => category));
  return rows.flatMap(({ category, page, title }, index): Finding[] => {
    if (known.has(category) || page === 'unknown') return [];
    const message = `${title} is in the category ${category}, which docs/headings.yaml does not list`;
    return [{ message, place: placeOf(source, [index]) }];
  });
}

function pagesWithoutRow({ ledger: { rows }, facts }: Context): Finding[] {
  const known = new Map(rows.map((row) => [rowKey(row), row]));
  return facts.flatMap(({ page, source }): Finding[] => {
    const row = known.get(rowKey({ page: page.page, category: page.slug, title: page.title }));
    if (row === undefined) {
      const message = `page ${page.page} (${page.title}) is not in the ledger`;
      return [{ message, place: placeOf(source, ['page']) }];
    }
    if (page.kind !== 'endpoint' || page.same_path_as !== undefined || row.path === page.path) return [];
    const message = `the ledger gives page ${page.page} ${pathOf(row)}, but this file gives it ${pathOf(page)}`;
    const place = placeOf(source, ['page']);
    return [{ message, place, fix: 'delete the file if the page has moved, or import it again' }];
  });
}

function pathOf({ path }: { readonly path?: string | undefined }): string {
  return path === undefined ? 'no path' : `the path ${path}`;
}

function rowsWithoutPage({ ledger: { rows, source }, facts, folder, basePath, spec }: Context): Finding[] {
  if (source === undefined) return [];
  const withFacts = new Set(facts.map(({ page }) => page.path));
  return rows.flatMap((row, index): Finding[] => {
    if (row.state !== 'curated') return [];
    const { path, title } = row;
    if (path === undefined || !withFacts.has(path))
      return [{ message: `${title} is marked curated but has no facts`, place: placeOf(source, [index]) }];
    if (spec.pathSources.has(path)) return [];
    const file = join(folder, 'paths', fileOfUrl(path, basePath));
    const isThere = spec.files.exists(file);
    const state = isThere ? `${spec.root.name} does not list ${nameOf(file)}` : `has no ${nameOf(file)}`;
    const fix = isThere
      ? 'run npm run generate, which lists it'
      : `npm run docs -- scaffold ${path}, then curate it`;
    return [{ message: `${path} is marked curated but ${state}`, place: placeOf(source, [index]), fix }];
  });
}
