import { type Page, type PagedList, readPage } from './read-page.ts';
import { walk } from './walk.ts';

/**
 * Page after page in order, up to `ahead` of them asked for at once. The first one comes alone, for it says how many
 * rows there are and how many a page holds.
 */
export async function* walkAhead(list: PagedList, ahead: number): AsyncGenerator<Page> {
  const { paging, params } = list;
  const start = Number(params[paging.position] ?? paging.first);
  const isByPage = paging.style === 'page';
  const first = await readPage(list, start, undefined, ({ total = 0 }) => !isByPage && start < total);
  yield first;
  const step = first.items.length;
  if (step === 0) return;
  const base = isByPage ? 0 : start;
  let { total } = first;
  if (total === undefined || (isByPage && start !== paging.first)) {
    // Without a count there is nothing to plan by.
    yield* walk({ ...list, params: { ...params, [paging.position]: start + (isByPage ? 1 : step) } });
    return;
  }

  const known = (page: Page) => page.total ?? Number(total);
  /** The pages of one step: one, and where that one is short, those that complete it. */
  const readStep = async (number: number): Promise<Page[]> => {
    const row = base + number * step;
    const pages: Page[] = [];
    for (let got = 0; ; ) {
      const at = isByPage ? start + number : row + got;
      const page = await readPage(
        list,
        at,
        isByPage ? undefined : step - got,
        (each) => row + got < known(each),
      );
      pages.push(page);
      got += page.items.length;
      if (isByPage || got >= step || row + got >= known(page)) return pages;
    }
  };

  const queue: Promise<Page[]>[] = [];
  for (let number = 1; ; ) {
    while (queue.length < ahead && base + number * step < total) {
      const pages = readStep(number++);
      // Whoever breaks off the walk hears of no failure behind.
      pages.catch(() => undefined);
      queue.push(pages);
    }
    const pages = await queue.shift();
    if (!pages) return;
    for (const page of pages) {
      total = page.total ?? total;
      if (page.items.length > 0) yield page;
    }
  }
}
