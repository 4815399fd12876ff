import type { Caller, PageOptions } from '../../generated/client.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { numberAbove } from '../base/number-above.ts';
import { parseOperation, parsePaging } from '../base/operation-row.ts';
import type { Paging } from '../base/paging.ts';
import { refusal } from './argument-text.ts';
import { checkParams } from './arguments.ts';
import { checkOptions } from './check-options.ts';
import type { Page, PagedList } from './read-page.ts';
import { walk } from './walk.ts';
import { walkAhead } from './walk-ahead.ts';
import { walkBack } from './walk-back.ts';

/**
 * Yields the pages of a list, each as its unchanged answer. A page is one call with the given options, so the
 * time limits apply to each page. The walk starts at the position that the arguments give.
 *
 * Throws WeibanConfigError for options that the list's style of paging does not support, WeibanResponseError
 * with the position to continue from if the answers are inconsistent, and the errors of the calls.
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

/** Yields the rows of a list, page by page; see {@link pagesOf}. With `order`, the rows of a page are reversed too. */
export async function* itemsOf(
  caller: Caller,
  row: string,
  params?: object,
  options?: PageOptions,
  clock?: Clock,
): AsyncGenerator<unknown> {
  for await (const { items } of walkList(caller, row, params, options, clock)) {
    yield* options?.order ? items.toReversed() : items;
  }
}

async function* walkList(
  caller: Caller,
  row: string,
  params: object = {},
  given?: PageOptions,
  clock: Clock = systemClock,
): AsyncGenerator<Page> {
  const { id } = parseOperation(row);
  const { concurrency = 1, order, ...options } = checkOptions(id, given);
  checkParams(id, params);
  const paging = parsePaging(row);
  checkWalk(id, paging, numberAbove(0, 'concurrency', concurrency, id), order);
  const controller = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, controller.signal]) : controller.signal;
  const list: PagedList = {
    id,
    paging,
    clock,
    signal,
    // Arguments are an object with string keys.
    params: params as Record<string, unknown>,
    call: (asked) => caller['~call'](row, asked, { ...options, signal }),
  };
  try {
    yield* order ? walkBack(list) : concurrency > 1 ? walkAhead(list, concurrency) : walk(list);
  } finally {
    // Aborts the pages in flight if the caller stops the walk early.
    controller.abort();
  }
}

/** @throws WeibanConfigError if a list cannot be walked like that. */
function checkWalk(id: string, { total, style }: Paging, concurrency: number, order: string | undefined) {
  if (order !== undefined && order !== 'last-first')
    throw refusal(id, `order is ${order}; the only order is last-first`);
  const isCounted = total !== '' && style !== 'cursor';
  const canReverse = isCounted && style === 'offset';
  if (order ? canReverse && concurrency === 1 : isCounted || concurrency <= 1) return;
  const why =
    order && canReverse
      ? 'order and concurrency exclude each other; walk it without one of them'
      : `it pages by ${style} ${isCounted ? 'with' : 'without'} a total; walk it without ${order ? `order ${order}` : 'concurrency'}`;
  throw refusal(id, why);
}
