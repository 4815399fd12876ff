import { createCycleCheck } from './cycle.ts';
import { cycleError, type Page, type PagedList, pagingError, readPage } from './read-page.ts';
import { walk } from './walk.ts';

/**
 * Yields the pages in order and requests up to `ahead` of them at once. Requests the first page alone,
 * because it says how many rows there are and how many a page holds.
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
  let at = start + (isByPage ? 1 : step);
  if (total === undefined || total < base + step || (isByPage && start !== paging.first)) {
    // Without a credible total, requests cannot be planned ahead.
    yield* walk({ ...list, params: { ...params, [paging.position]: at } });
    return;
  }

  const readStep = createReadStep(list, { start, step, known: (page) => page.total ?? Number(total) });
  const repeats = createCycleCheck();
  repeats(first.items);
  for await (const page of inOrder(readStep, ahead, (number) => base + number * step < Number(total))) {
    total = page.total ?? total;
    const period = repeats(page.items);
    if (period > 0) throw cycleError(list, period, at);
    at += isByPage ? 1 : page.items.length;
    if (page.items.length > 0) yield page;
  }
}

/** Yields the pages of the second and all later steps in order, and reads up to `ahead` steps at once. */
async function* inOrder(
  readStep: (number: number) => Promise<Page[]>,
  ahead: number,
  isThere: (number: number) => boolean,
): AsyncGenerator<Page> {
  const queue: Promise<Page[]>[] = [];
  for (let number = 1; ; ) {
    while (queue.length < ahead && isThere(number)) {
      const pages = readStep(number++);
      // If the caller stops early, the failure of a later step must not count as unhandled.
      pages.catch(() => undefined);
      queue.push(pages);
    }
    const pages = await queue.shift();
    if (!pages) return;
    yield* pages;
  }
}

interface Plan {
  readonly start: number;
  /** Rows per page. */
  readonly step: number;
  /** The total number of rows, according to a page. */
  readonly known: (page: Page) => number;
}

/** Creates the reader of one step: a page and, if it is short, the pages that complete it. */
function createReadStep(list: PagedList, { start, step, known }: Plan) {
  const isByPage = list.paging.style === 'page';
  return async (number: number): Promise<Page[]> => {
    const row = (isByPage ? 0 : start) + number * step;
    const pages: Page[] = [];
    for (let got = 0; ; ) {
      const at = isByPage ? start + number : row + got;
      const size = isByPage ? undefined : step - got;
      const page = await readPage(list, at, size, (found) => row + got < known(found));
      pages.push(page);
      got += page.items.length;
      if (isByPage && got < step && row + step <= known(page))
        throw pagingError(list, 'gave fewer rows than a page holds', at);
      if (isByPage || got >= step || row + got >= known(page)) return pages;
    }
  };
}
