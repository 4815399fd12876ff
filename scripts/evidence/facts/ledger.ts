import { join } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import { DISK, nameOf, type SpecFiles } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { placeOf, type Source } from '../../spec/source.ts';
import { type FactPage, hasContent } from './facts.ts';
import { LEDGER_FILE } from './read-facts.ts';

/** What became of a page; `unread` where nobody has seen what it says. */
const STATES = ['curated', 'unread', 'guide', 'duplicate', 'callback'] as const;
export type State = (typeof STATES)[number];

/** One known page of the documentation. */
export interface LedgerRow {
  readonly page: string;
  readonly title: string;
  /** Slug of its category. */
  readonly category: string;
  readonly kind: string;
  readonly path?: string;
  readonly state: State;
}

/** The ledger and the file it stands in; no rows where there is no file yet. */
export interface Ledger {
  readonly source: Source | undefined;
  readonly rows: readonly LedgerRow[];
}

/**
 * Reads `pages.yaml` of `spec/docs/`.
 * @throws SpecError where a row is not one.
 */
export function readLedger(folder: string, files: SpecFiles = DISK): Ledger {
  const path = join(folder, LEDGER_FILE);
  if (!files.exists(path)) return { source: undefined, rows: [] };
  const source = files.read(path, nameOf(path));
  const rows: unknown[] = Array.isArray(source.value) ? source.value : [];
  const slips = rows.flatMap((row, index) => (isRow(row) ? [] : [index]));
  if (slips.length > 0 || !Array.isArray(source.value)) {
    const fix = `write {page, title, category, kind, state}, the state one of ${STATES.join(', ')}; or import the page again`;
    const places = slips.length > 0 ? slips.map((index) => [index]) : [[]];
    throw new SpecError(
      places.map((keys) => ({
        code: 'ledger-form',
        message: 'this is not a row of the ledger',
        fix,
        place: placeOf(source, keys),
      })),
    );
  }
  return { source, rows: rows.filter(isRow) };
}

/** The row that a page gets: what the importer makes of it. */
export function rowOf(page: FactPage): LedgerRow {
  const { title, slug: category, kind } = page;
  const path = kind === 'endpoint' && page.path !== undefined ? { path: page.path } : {};
  return { page: page.page, title, category, kind, ...path, state: stateOf(page) };
}

/** What becomes of a page: an endpoint with an address and content is there to be curated. */
export function stateOf(page: FactPage): State {
  if (!hasContent(page)) return 'unread';
  if (page.kind !== 'endpoint') return page.kind;
  if (page.same_path_as !== undefined) return 'duplicate';
  return page.path === undefined ? 'unread' : 'curated';
}

/** The ledger's rows with further ones put in place, in a stable order: by category, then by page id, then by title. */
export function mergeRows(known: readonly LedgerRow[], added: readonly LedgerRow[]): LedgerRow[] {
  const rows = new Map([...known, ...added].map((row) => [rowKey(row), row]));
  return [...rows.values()].sort(
    (a, b) =>
      compareText(a.category, b.category) || pageNumber(a) - pageNumber(b) || compareText(a.title, b.title),
  );
}

/** What tells one page from another: its id, or where that is unknown its category and title. */
export function rowKey(row: Pick<LedgerRow, 'page' | 'category' | 'title'>): string {
  return row.page === 'unknown' ? `${row.category}/${row.title}` : row.page;
}

function isRow(row: unknown): row is LedgerRow {
  if (!isObject(row)) return false;
  const texts = ['page', 'title', 'category', 'kind', 'state'].every((key) => typeof row[key] === 'string');
  const path = row.path === undefined || typeof row.path === 'string';
  return texts && path && STATES.some((state) => state === row.state);
}

function pageNumber(row: LedgerRow): number {
  const digits = /\d+/.exec(row.page)?.[0];
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
