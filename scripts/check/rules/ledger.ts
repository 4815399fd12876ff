import { join } from 'node:path';
import type { Context } from '../../evidence/compare/context.ts';
import { fileOfUrl } from '../../evidence/facts/file-of-url.ts';
import { rowKey } from '../../evidence/facts/ledger.ts';
import { nameOf } from '../../spec/load.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';

/** No page is forgotten, and none is called curated that is not. */
export const ledger: Rule = {
  code: 'ledger',
  sentence:
    'Each page of spec/docs/ has its row in the ledger, and each row called curated has its facts and its path.',
  fix: 'import the page again: npm run docs -- import <file>',
  check: (context) => [
    ...pagesWithoutRow(context),
    ...rowsWithoutPage(context),
    ...rowsWithoutHeading(context),
  ],
};

/** A category that no heading leads to is one that nobody would find in the documentation's navigation. */
function rowsWithoutHeading({ ledger: { rows, source }, headings }: Context): Finding[] {
  if (source === undefined) return [];
  const known = new Set(headings.map(({ category }) => category));
  return rows.flatMap(({ category, page, title }, index): Finding[] => {
    if (known.has(category) || page === 'unknown') return [];
    const message = `${title} stands in the category ${category}, which docs/headings.yaml does not know`;
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
    const message = `the ledger knows page ${page.page} under ${row.path ?? 'no path'}, and this file has ${page.path ?? 'none'}`;
    const place = placeOf(source, ['page']);
    return [{ message, place, fix: 'delete the file if the page has moved, or import it again' }];
  });
}

function rowsWithoutPage({ ledger: { rows, source }, facts, folder, basePath, spec }: Context): Finding[] {
  if (source === undefined) return [];
  const withFacts = new Set(facts.map(({ page }) => page.path));
  return rows.flatMap((row, index): Finding[] => {
    if (row.state !== 'curated') return [];
    const { path, title } = row;
    if (path === undefined || !withFacts.has(path))
      return [{ message: `${title} is called curated and has no facts`, place: placeOf(source, [index]) }];
    if (spec.pathSources.has(path)) return [];
    const file = join(folder, 'paths', fileOfUrl(path, basePath));
    const isThere = spec.files.exists(file);
    const state = isThere ? `${spec.root.name} does not list ${nameOf(file)}` : `has no ${nameOf(file)}`;
    const fix = isThere
      ? 'run npm run generate, which lists it'
      : `npm run docs -- scaffold ${path}, then curate it`;
    return [{ message: `${path} is called curated and ${state}`, place: placeOf(source, [index]), fix }];
  });
}
