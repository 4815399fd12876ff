import { createCycleCheck } from './cycle.ts';
import { cycleError, type Page, type PagedList, pagingError, readPage } from './read-page.ts';

// The documented default page size of every paged endpoint.
const USUAL_SIZE = 30;
const MOST_TRIES = 5;

/**
 * Yields the pages from the end of the list to its start; the rows of a page keep their order. Rows added at
 * the start during the walk shift every offset, but not a row's distance from the end, so the walk uses those
 * distances.
 */
export async function* walkBack(list: PagedList): AsyncGenerator<Page> {
  const { paging, params } = list;
  const stop = Number(params[paging.position] ?? 0);
  const probe = await readPage(list, stop, 1, () => false);
  let total = Number(probe.total);
  if (probe.total === undefined)
    throw pagingError(list, 'gave no total, which walking backwards needs', stop);
  let size = Number(params[paging.size] ?? USUAL_SIZE);
  const repeats = createCycleCheck();
  // Rows already yielded, counted from the end.
  let done = 0;
  for (let tries = 0; total - done > stop; ) {
    const end = total - done;
    const from = Math.max(stop, end - size);
    const page = await readPage(list, from, end - from, (found) => from < (found.total ?? total));
    const isShifted = page.total !== undefined && page.total !== total;
    total = page.total ?? total;
    if (!isShifted && page.items.length >= end - from) {
      const period = repeats(page.items);
      if (period > 0) throw cycleError(list, period, from);
      done += page.items.length;
      tries = 0;
      yield page;
    } else {
      if (++tries > MOST_TRIES) throw pagingError(list, 'changes faster than it can be read', from);
      // Fewer rows than requested: the endpoint returns no larger pages.
      if (!isShifted) size = Math.max(1, page.items.length);
    }
  }
}
