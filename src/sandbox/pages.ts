import type { Endpoint } from './endpoints.ts';
import { type JsonObject, setAt, valueAt } from './paths.ts';

/** Rows of a page where neither the call nor the documentation says how many. */
const USUAL_SIZE = 20;

/**
 * Puts the page of some rows that a call asks for into an answer, with the total, the mark for more and the next cursor
 * where the operation has them.
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
  const from =
    paging.style === 'page'
      ? ((position ?? paging.first ?? 1) - (paging.first ?? 1)) * size
      : (position ?? 0);
  const page = rows.slice(Math.max(0, from), Math.max(0, from) + size);
  const end = from + page.length;
  const hasMore = end < rows.length;
  setAt(answer, paging.items, page);
  if (paging.total) setAt(answer, paging.total, rows.length);
  if (paging.more) setAt(answer, paging.more, hasMore);
  if (paging.next) setAt(answer, paging.next, hasMore ? String(end) : '');
  // Members that repeat what was asked for, beside the rows.
  for (const [name, value] of [
    [paging.size, size],
    [paging.position, paging.style === 'page' ? (position ?? paging.first) : from],
  ] as const) {
    const beside = paging.items.includes('.')
      ? `${paging.items.slice(0, paging.items.lastIndexOf('.'))}.${name}`
      : name;
    if (typeof valueAt(answer, beside) === 'number') setAt(answer, beside, value);
  }
}

function usualSize({ parameters, body }: Endpoint['request'], name: string): number {
  const schema = parameters.find((one) => one.name === name)?.schema ?? body?.schema.properties?.[name];
  return Math.min(wholeNumber(schema?.default) ?? USUAL_SIZE, schema?.maximum ?? Infinity);
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}
