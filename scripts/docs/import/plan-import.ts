import { join } from 'node:path';
import { type FactPage, hasContent } from '../../evidence/facts/facts.ts';
import { HEADINGS_FILE, type Heading, mergeHeadings } from '../../evidence/facts/headings.ts';
import { type LedgerRow, mergeRows, rowOf, stateOf } from '../../evidence/facts/ledger.ts';
import { type Facts, LEDGER_FILE, PAGE_FOLDERS, type Sheets } from '../../evidence/facts/read-facts.ts';
import { whyReserved } from '../../evidence/facts/reserved-files.ts';
import { SpecError } from '../../kit/diagnostic.ts';
import { isObject } from '../../spec/openapi.ts';
import { fileOfUrl } from '../../spec/path-file.ts';
import { rowsText, yamlText } from '../../spec/yaml-text.ts';

/** What an import writes: the files by absolute path, and the rows that it adds to the ledger. */
export interface ImportPlan {
  readonly files: ReadonlyMap<string, string>;
  readonly rows: readonly LedgerRow[];
}

/** The folder for the facts, and what it already holds. */
export interface ImportTarget {
  /** Absolute path of `spec/docs/`. */
  readonly folder: string;
  /** The beginning of every endpoint's path, which file names leave out. */
  readonly basePath: string;
  /** The existing rows of the ledger. */
  readonly rows: readonly LedgerRow[];
  readonly headings: readonly Heading[];
  /** The method whose facts stand in the file that is named after a URL, by URL. */
  readonly holders: ReadonlyMap<string, string>;
}

/** The method whose facts stand in the file that is named after each URL. */
export function holdersOf(facts: readonly Facts[], folder: string, basePath: string): Map<string, string> {
  return new Map(
    facts.flatMap(({ page: { kind, path, method }, source }): [string, string][] =>
      kind === 'endpoint' && path !== undefined && source.path === join(folder, fileOfUrl(path, basePath))
        ? [[path, method ?? 'GET']]
        : [],
    ),
  );
}

/**
 * Plans the files of `spec/docs/` for pages of facts. Writes nothing.
 * @param only paths or page ids to restrict the import to; empty for all.
 * @param texts YAML of pages that is already known, so that they need not be printed again.
 * @throws SpecError if a wanted page is not among the facts, or two pages claim one file.
 */
export function planImport(
  { pages, headings }: Sheets,
  target: ImportTarget,
  only: readonly string[],
  texts: ReadonlyMap<FactPage, string> = new Map(),
): ImportPlan {
  const chosen = choose(joinObserved(pages), only);
  const files = new Map<string, string>();
  const holders = new Map(target.holders);
  for (const page of chosen) {
    const file = fileOf(page, target.basePath, holders);
    if (file === undefined) continue;
    const path = join(target.folder, file);
    if (files.has(path)) {
      refuse(
        `${page.page} (${page.title}) and another page both describe ${page.path}`,
        'mark one of the two with same_path_as: <page id>',
      );
    }
    files.set(path, texts.get(page) ?? yamlText(page));
  }
  const rows = chosen.map(rowOf);
  const touched = new Set(rows.map(({ category }) => category));
  const added = only.length === 0 ? headings : headings.filter(({ category }) => touched.has(category));
  files.set(join(target.folder, LEDGER_FILE), rowsText(mergeRows(target.rows, rows), PAGES_COMMENT));
  files.set(
    join(target.folder, HEADINGS_FILE),
    rowsText(mergeHeadings(target.headings, added), HEADINGS_COMMENT),
  );
  return { files, rows };
}

const PAGES_COMMENT =
  'Every known page of the documentation and what became of it. Written by `npm run docs -- import`.';
const HEADINGS_COMMENT =
  "Every heading of the documentation's navigation, those with no captured page included. Written by `npm run docs -- import`.";

/** @param holders receives the method of a page whose file is named after its URL. */
function fileOf(page: FactPage, basePath: string, holders: Map<string, string>): string | undefined {
  const state = stateOf(page);
  if (state === 'guide' || state === 'callback' || state === 'duplicate')
    return `${PAGE_FOLDERS[state]}/${page.page}.yaml`;
  if (page.kind !== 'endpoint' || page.path === undefined || !hasContent(page)) return undefined;
  const { path, method = 'GET' } = page;
  const plain = fileOfUrl(path, basePath);
  if (!holders.has(path)) holders.set(path, method);
  const file = holders.get(path) === method ? plain : plain.replace(/yaml$/, `${method.toLowerCase()}.yaml`);
  const reserved = whyReserved(file);
  if (reserved !== undefined)
    refuse(
      `${page.page} (${page.title}): the facts of ${page.path} would be docs/${file}, which is taken: ${reserved}`,
      'leave the page out with --only, or rename what is reserved in scripts/evidence/facts/',
    );
  return file;
}

/**
 * Joins an endpoint that was observed in public programs with its page that was never captured. The page
 * gives its id, title and category, the observed entry gives the content. The page's
 * `not_from_the_documentation` holds the address of the endpoint.
 */
function joinObserved(pages: readonly FactPage[]): FactPage[] {
  const observed = new Map(
    pages
      .filter((page) => page.evidence !== undefined && page.path !== undefined)
      .map((page) => [page.path, page]),
  );
  const joined = new Map<FactPage, FactPage>();
  for (const page of pages) {
    const entry = observed.get(observedPath(page));
    if (entry !== undefined) joined.set(entry, page);
  }
  const absorbed = new Set(joined.values());
  return pages
    .filter((page) => !absorbed.has(page))
    .map((page) => {
      const documented = joined.get(page);
      if (documented === undefined) return page;
      const { category, slug, page: id, title } = documented;
      return { ...page, category, slug, page: id, title };
    });
}

function observedPath(page: FactPage): string | undefined {
  const outside = page.path === undefined ? page.facts?.not_from_the_documentation : undefined;
  const url = isObject(outside) ? outside.url : undefined;
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).pathname : undefined;
}

function choose(pages: readonly FactPage[], only: readonly string[]): readonly FactPage[] {
  if (only.length === 0) return pages;
  for (const wanted of only) {
    if (!pages.some((page) => isNamed(page, wanted)))
      refuse(`no page of these facts is ${wanted}`, 'give a page id, or a path exactly as the facts have it');
  }
  return pages.filter((page) => only.some((wanted) => isNamed(page, wanted)));
}

function isNamed(page: FactPage, wanted: string): boolean {
  return page.path === wanted || (page.page === wanted && wanted !== 'unknown');
}

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'facts-import', message, fix }]);
}
