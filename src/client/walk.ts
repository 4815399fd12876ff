import { type Page, type PagedList, pagingError, readPage } from './read-page.ts';

/** Page after page, each from where the one before ended. */
export async function* walk(list: PagedList): AsyncGenerator<Page> {
  const { paging, params } = list;
  const start = params[paging.position] ?? paging.first;
  const count = createCount(list, start);
  let at: unknown = start;
  let last = '';
  for (;;) {
    const page = await readPage(list, at, undefined, count.saysMore);
    const { items } = page;
    const text = JSON.stringify(items);
    if (items.length > 0 && text === last) {
      if (count.saysMore(page)) throw pagingError(list, 'gave the same page twice', at);
      return;
    }
    last = text;
    if (items.length > 0 || at === start) yield page;
    count.add(page);
    if (items.length === 0 || count.isOver(page)) return;
    at = paging.style === 'cursor' ? page.next : Number(at) + (paging.style === 'page' ? 1 : items.length);
  }
}

/** Follows how many rows have come, and what the answers say of those that have not. */
function createCount({ paging: { style, first } }: PagedList, start: unknown) {
  // Not known where a walk begins in the middle of a list that counts pages or goes by cursors.
  let rows = style === 'offset' ? Number(start) : start === first ? 0 : Number.NaN;
  let isTotalTrusted = true;
  const isCounted = ({ total }: Page) => isTotalTrusted && total !== undefined && rows >= 0;
  const saysMore = (page: Page): boolean => {
    if (style === 'cursor') return page.more !== false && Boolean(page.next);
    return page.more ?? (isCounted(page) && rows < Number(page.total));
  };
  return {
    /** Whether there are rows behind those that have come. */
    saysMore,
    /** Whether there are none; without a word about it, only an empty page tells. */
    isOver: (page: Page) =>
      style === 'cursor' || page.more !== undefined || isCounted(page) ? !saysMore(page) : false,
    add({ items, total }: Page) {
      rows += items.length;
      // A total below what has come is none.
      if (total !== undefined && total < rows) isTotalTrusted = false;
    },
  };
}
