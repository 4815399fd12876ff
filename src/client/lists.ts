import type { Caller, PageOptions } from '../../generated/client.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { parseOperation, parsePaging } from '../base/operation-row.ts';
import type { Page, PagedList } from './read-page.ts';
import { walk } from './walk.ts';
import { walkAhead } from './walk-ahead.ts';
import { walkBack } from './walk-back.ts';

/**
 * The pages of a list, each as its answer came. A page is one call with the options given: its time limits are those of
 * one page. The walk begins where the arguments say.
 *
 * Throws WeibanConfigError for options that the list's style of paging cannot do, WeibanResponseError with the place to
 * go on from where the answers do not add up, and what the call rejects with.
 */
export async function* pagesOf(
  caller: Caller,
  row: string,
  params?: object,
  options?: PageOptions,
  clock?: Clock,
): AsyncGenerator<object> {
  for await (const { data } of walkList(caller, row, params, options, clock)) yield data;
}

/** The rows of a list, page after page; see {@link pagesOf}. From last to first they come in exactly that order. */
export async function* itemsOf(
  caller: Caller,
  row: string,
  params?: object,
  options: PageOptions = {},
  clock?: Clock,
): AsyncGenerator<unknown> {
  for await (const { items } of walkList(caller, row, params, options, clock)) {
    yield* options.order ? items.toReversed() : items;
  }
}

async function* walkList(
  caller: Caller,
  row: string,
  params: object = {},
  { concurrency = 1, order, ...options }: PageOptions = {},
  clock: Clock = systemClock,
): AsyncGenerator<Page> {
  const paging = parsePaging(row);
  const { id } = parseOperation(row);
  const isCounted = paging.total !== '' && paging.style !== 'cursor';
  if ((concurrency > 1 && (!isCounted || order)) || (order && (!isCounted || paging.style !== 'offset'))) {
    throw new WeibanConfigError(
      `${id} pages by ${paging.style} ${isCounted ? 'with' : 'without'} a total; walk it without ${order ? `order ${order}` : 'concurrency'}.`,
      { operation: id },
    );
  }
  const controller = new AbortController();
  const { signal: given } = options;
  const signal = given ? AbortSignal.any([given, controller.signal]) : controller.signal;
  const list: PagedList = {
    id,
    paging,
    clock,
    signal,
    // Sound: arguments are an object with string keys.
    params: params as Record<string, unknown>,
    call: (asked) => caller['~call'](row, asked, { ...options, signal }),
  };
  try {
    yield* order ? walkBack(list) : concurrency > 1 ? walkAhead(list, concurrency) : walk(list);
  } finally {
    // Ends pages that are under way when the walk is broken off.
    controller.abort();
  }
}
