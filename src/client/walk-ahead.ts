import { type Page, type PagedList, pagingError, readPage } from './read-page.ts';
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
  let at = start + (isByPage ? 1 : step);
  if (total === undefined || total < base + step || (isByPage && start !== paging.first)) {
    // Without a count that can be believed there is nothing to plan by.
    yield* walk({ ...list, params: { ...params, [paging.position]: at } });
    return;
  }

  const readStep = createReadStep(list, { start, step, known: (page) => page.total ?? Number(total) });
  let last = JSON.stringify(first.items);
  for await (const page of inOrder(readStep, ahead, (number) => base + number * step < Number(total))) {
    total = page.total ?? total;
    const text = JSON.stringify(page.items);
    if (text === last) throw pagingError(list, 'gave the same page twice', at);
    last = text;
    at += isByPage ? 1 : page.items.length;
    if (page.items.length > 0) yield page;
  }
}

/** The pages of step after step from the second on, some steps read ahead. */
async function* inOrder(
  readStep: (number: number) => Promise<Page[]>,
  ahead: number,
  isThere: (number: number) => boolean,
): AsyncGenerator<Page> {
  const queue: Promise<Page[]>[] = [];
  for (let number = 1; ; ) {
    while (queue.length < ahead && isThere(number)) {
      const pages = readStep(number++);
      // Whoever breaks off the walk hears of no failure behind.
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
  /** Rows of a page. */
  readonly step: number;
  /** How many rows there are, as far as a page tells. */
  readonly known: (page: Page) => number;
}

/** Reads the pages of one step: one, and where that one is short, those that complete it. */
function createReadStep(list: PagedList, { start, step, known }: Plan) {
  const isByPage = list.paging.style === 'page';
  return async (number: number): Promise<Page[]> => {
    const row = (isByPage ? 0 : start) + number * step;
    const pages: Page[] = [];
    for (let got = 0; ; ) {
      const at = isByPage ? start + number : row + got;
      const size = isByPage ? undefined : step - got;
      const page = await readPage(list, at, size, (each) => row + got < known(each));
      pages.push(page);
      got += page.items.length;
      if (isByPage && got < step && row + step <= known(page))
        throw pagingError(list, 'gave fewer rows than a page holds', at);
      if (isByPage || got >= step || row + got >= known(page)) return pages;
    }
  };
}
