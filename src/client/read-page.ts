import { type Clock, sleep } from '../base/clock.ts';
import { WeibanResponseError } from '../base/errors.ts';
import type { Paging } from '../base/paging.ts';

/** One page of a list. */
export interface Page {
  /** The unchanged answer. */
  readonly data: object;
  readonly items: readonly unknown[];
  /** What the answer says about the list; undefined if it does not say it. */
  readonly total: number | undefined;
  readonly more: boolean | undefined;
  readonly next: unknown;
}

/** A list, and how to get its pages. */
export interface PagedList {
  /** The operationId. */
  readonly id: string;
  readonly paging: Paging;
  /** The caller's arguments. */
  readonly params: Readonly<Record<string, unknown>>;
  /** One call of the operation. */
  readonly call: (params: object) => Promise<object>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Creates the error that ends a walk. `at` is the position to continue from. */
export function pagingError({ id, paging }: PagedList, what: string, at: unknown): WeibanResponseError {
  return new WeibanResponseError(`${id} ${what}; to continue, pass ${paging.position}: ${at}.`, {
    operation: id,
    problem: 'paging',
  });
}

/** Creates the error that ends a walk through pages that come again and again. */
export function cycleError(list: PagedList, period: number, at: unknown): WeibanResponseError {
  const what = period === 1 ? 'gave the same page twice' : `gave the same ${period} pages twice`;
  return pagingError(list, what, at);
}

/**
 * Requests the page at a position. Requests it up to two more times if it is empty but must have rows.
 *
 * Rejects with the errors of the call, and with WeibanResponseError if the answer contains no list or the
 * page stays empty.
 */
export async function readPage(
  list: PagedList,
  at: unknown,
  size: unknown,
  mustHaveRows: (page: Page) => boolean,
): Promise<Page> {
  const { paging, params, call, clock, signal } = list;
  const pageParams = {
    ...params,
    ...(at !== undefined && { [paging.position]: at }),
    ...(size !== undefined && { [paging.size]: size }),
  };
  for (let retries = 0; ; retries++) {
    const data = await call(pageParams);
    const items = valueAt(data, paging.items) ?? [];
    if (!Array.isArray(items)) throw pagingError(list, `has no list at ${paging.items}`, at);
    const total = valueAt(data, paging.total);
    const more = valueAt(data, paging.more);
    const page: Page = {
      data,
      items,
      total: typeof total === 'number' ? total : undefined,
      more: typeof more === 'boolean' ? more : undefined,
      next: valueAt(data, paging.next),
    };
    if (items.length > 0 || !mustHaveRows(page)) return page;
    if (retries === 2)
      throw pagingError(list, `gave an empty page although ${page.total ?? 'more'} rows should be there`, at);
    await sleep(clock, 500 * 2 ** retries, signal);
  }
}

/** The value at a dotted path; undefined for an empty path. A number is an index in a list, -1 its last row. */
export function valueAt(data: object, path: string): unknown {
  let value: unknown = path ? data : undefined;
  for (const name of path.split('.')) {
    if (Array.isArray(value)) value = value.at(Number(name));
    else value = value && typeof value === 'object' ? Reflect.get(value, name) : undefined;
  }
  return value;
}
