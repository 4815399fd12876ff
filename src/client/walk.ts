import { createCycleCheck } from './cycle.ts';
import { cycleError, type Page, type PagedList, readPage } from './read-page.ts';

/** A page of a walk, with its position and that of the next page. */
export interface WalkedPage extends Page {
  readonly at: unknown;
  /** Undefined after the last page. */
  readonly after: unknown;
}

/** Yields the pages one after the other, each from the position where the previous one ended. */
export async function* walk(list: PagedList): AsyncGenerator<WalkedPage> {
  const { paging, params } = list;
  const start = params[paging.position] ?? paging.first;
  const count = createCount(list, start);
  let at: unknown = start;
  const repeats = createCycleCheck();
  for (;;) {
    const page = await readPage(list, at, undefined, count.saysMore);
    const { items } = page;
    const period = repeats(items);
    // A list that ignores its offset gives everything at once, again and again.
    if (period === 1 && !count.saysMore(page)) return;
    if (period > 0) throw cycleError(list, period, at);
    count.add(page);
    const isOver = items.length === 0 || count.isOver(page);
    const next =
      paging.style === 'cursor' ? page.next : Number(at) + (paging.style === 'page' ? 1 : items.length);
    const after = isOver ? undefined : next;
    if (items.length > 0 || at === start) yield { ...page, at, after };
    if (isOver) return;
    at = after;
  }
}

/** Counts the rows received, and keeps track of what the answers say about the rest. */
function createCount({ paging: { style, first } }: PagedList, start: unknown) {
  // Unknown if a walk starts in the middle of a list that is paged by number or by cursor.
  let rows = style === 'offset' ? Number(start) : start === first ? 0 : Number.NaN;
  let isTotalTrusted = true;
  const isCounted = ({ total }: Page) => isTotalTrusted && total !== undefined && rows >= 0;
  const saysMore = (page: Page): boolean => {
    if (style === 'cursor') return page.more !== false && Boolean(page.next);
    return page.more ?? (isCounted(page) && rows < Number(page.total));
  };
  return {
    /** Whether more rows follow those received. */
    saysMore,
    /** Whether no more rows follow. If the answers do not say, only an empty page shows it. */
    isOver: (page: Page) =>
      style === 'cursor' || page.more !== undefined || isCounted(page) ? !saysMore(page) : false,
    add({ items, total }: Page) {
      rows += items.length;
      // A total below the number of rows received cannot be true.
      if (total !== undefined && total < rows) isTotalTrusted = false;
    },
  };
}
