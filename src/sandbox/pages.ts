import type { Endpoint } from './endpoints.ts';
import { type JsonObject, setAt, valueAt } from './paths.ts';

/** The default number of rows of a page, if neither the call nor the documentation says how many. */
const USUAL_SIZE = 20;

/**
 * Puts the requested page of some rows into an answer, with the total, the flag for more pages and the next cursor if
 * the operation has them.
 */
export function pageOf(
  { paging, request }: Endpoint,
  rows: readonly unknown[],
  args: JsonObject,
  answer: JsonObject,
): void {
  if (!paging) return;
  const size = wholeNumber(args[paging.size]) ?? usualSize(request, paging.size);
  const position = wholeNumber(args[paging.position]);
  const field = rowCursor(paging);
  const from =
    field === undefined ? startOf(paging, position, size) : indexAfter(rows, field, args[paging.position]);
  const page = rows.slice(Math.max(0, from), Math.max(0, from) + size);
  const end = from + page.length;
  const hasMore = end < rows.length;
  setAt(answer, paging.items, page);
  if (paging.total) setAt(answer, paging.total, rows.length);
  if (paging.more) setAt(answer, paging.more, hasMore);
  if (paging.next && field === undefined) setAt(answer, paging.next, hasMore ? String(end) : '');
  // Members next to the rows that repeat the arguments.
  for (const [name, value] of [
    [paging.size, size],
    [paging.position, paging.style === 'page' ? (position ?? paging.first) : from],
  ] as const) {
    const path = paging.items.includes('.')
      ? `${paging.items.slice(0, paging.items.lastIndexOf('.'))}.${name}`
      : name;
    if (typeof valueAt(answer, path) === 'number') setAt(answer, path, value);
  }
}

/** The number of rows before a position. */
function startOf(
  { style, first = 1 }: NonNullable<Endpoint['paging']>,
  position: number | undefined,
  size: number,
): number {
  return style === 'page' ? ((position ?? first) - first) * size : (position ?? 0);
}

/** The field of a row that is the cursor after it, if the list continues from its last row. */
function rowCursor({ items, next }: NonNullable<Endpoint['paging']>): string | undefined {
  const lastRow = `${items}.-1.`;
  return next.startsWith(lastRow) ? next.slice(lastRow.length) : undefined;
}

/** The index after the row with a cursor: 0 without a cursor, the end of the list for an unknown one. */
function indexAfter(rows: readonly unknown[], field: string, cursor: unknown): number {
  if (cursor === undefined) return 0;
  const at = rows.findIndex((row) => String(valueAt(row, field)) === String(cursor));
  return at < 0 ? rows.length : at + 1;
}

function usualSize({ parameters, body }: Endpoint['request'], name: string): number {
  const schema =
    parameters.find((parameter) => parameter.name === name)?.schema ?? body?.schema.properties?.[name];
  return Math.min(wholeNumber(schema?.default) ?? USUAL_SIZE, schema?.maximum ?? Infinity);
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}
