import { join } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import { DISK, nameOf, type SpecFiles } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { placeOf, type Source } from '../../spec/source.ts';
import { type FactPage, hasContent } from './facts.ts';
import { LEDGER_FILE } from './read-facts.ts';

/** The state of a page; `unread` if nobody has read its content. */
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

/** The ledger and its file; no rows if the file does not exist yet. */
export interface Ledger {
  readonly source: Source | undefined;
  readonly rows: readonly LedgerRow[];
}

/**
 * Reads `pages.yaml` of `spec/docs/`.
 * @throws SpecError if a row is malformed.
 */
export function readLedger(folder: string, files: SpecFiles = DISK): Ledger {
  const path = join(folder, LEDGER_FILE);
  if (!files.exists(path)) return { source: undefined, rows: [] };
  const source = files.read(path, nameOf(path));
  const rows: unknown[] = Array.isArray(source.value) ? source.value : [];
  const malformed = rows.flatMap((row, index) => (isRow(row) ? [] : [index]));
  if (malformed.length > 0 || !Array.isArray(source.value)) {
    const fix = `write {page, title, category, kind, state}, the state one of ${STATES.join(', ')}; or import the page again`;
    const places = malformed.length > 0 ? malformed.map((index) => [index]) : [[]];
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

/** The ledger row of a page. */
export function rowOf(page: FactPage): LedgerRow {
  const { title, slug: category, kind } = page;
  const path = kind === 'endpoint' && page.path !== undefined ? { path: page.path } : {};
  return { page: page.page, title, category, kind, ...path, state: stateOf(page) };
}

/** The state of a page. An endpoint with a path and content is `curated`. */
export function stateOf(page: FactPage): State {
  if (!hasContent(page)) return 'unread';
  if (page.kind !== 'endpoint') return page.kind;
  if (page.same_path_as !== undefined) return 'duplicate';
  return page.path === undefined ? 'unread' : 'curated';
}

/**
 * Merges new rows into the ledger, sorted by category, page id and title. A new row also replaces the row that its page had
 * before its id was known, or while only public programs showed its endpoint.
 */
export function mergeRows(known: readonly LedgerRow[], added: readonly LedgerRow[]): LedgerRow[] {
  const places = new Set(added.filter(({ state }) => state !== 'duplicate').flatMap(placesOf));
  const stays = (row: LedgerRow) =>
    row.page !== 'unknown' || !placesOf(row).some((place) => places.has(place));
  const rows = new Map([...known.filter(stays), ...added].map((row) => [rowKey(row), row]));
  return [...rows.values()].sort(
    (a, b) =>
      compareText(a.category, b.category) || pageNumber(a) - pageNumber(b) || compareText(a.title, b.title),
  );
}

/** What tells a page without an id: its path, or its category and title. */
function placesOf({ path, category, title }: LedgerRow): string[] {
  return [`${category}/${title}`, ...(path === undefined ? [] : [path])];
}

/** The identity of a page: its id, or its category and title if the id is unknown. */
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
