import { type Clock, sleep } from '../base/clock.ts';
import { WeibanResponseError } from '../base/errors.ts';
import type { Paging } from '../base/paging.ts';

/** One page of a list. */
export interface Page {
  /** The answer as it came. */
  readonly data: object;
  readonly items: readonly unknown[];
  /** What the answer says of the list; undefined where it does not. */
  readonly total: number | undefined;
  readonly more: boolean | undefined;
  readonly next: unknown;
}

/** A list that is walked: where its pages come from. */
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

/** The error that ends a walk; `at` is where to begin again. */
export function pagingError({ id, paging }: PagedList, what: string, at: unknown): WeibanResponseError {
  return new WeibanResponseError(`${id} ${what}; to go on from there, pass ${paging.position}: ${at}.`, {
    operation: id,
    problem: 'paging',
  });
}

/**
 * Asks for the page at a position. One that is empty although it must not be is asked for twice more.
 *
 * Rejects as the call does, and with WeibanResponseError when there is no list in the answer, or the page stays empty.
 */
export async function readPage(
  list: PagedList,
  at: unknown,
  size: unknown,
  mustHold: (page: Page) => boolean,
): Promise<Page> {
  const { paging, params, call, clock, signal } = list;
  const asked = {
    ...params,
    ...(at !== undefined && { [paging.position]: at }),
    ...(size !== undefined && { [paging.size]: size }),
  };
  for (let again = 0; ; again++) {
    const data = await call(asked);
    const items = valueAt(data, paging.items) ?? [];
    if (!Array.isArray(items)) throw pagingError(list, `answers no list at ${paging.items}`, at);
    const total = valueAt(data, paging.total);
    const more = valueAt(data, paging.more);
    const page: Page = {
      data,
      items,
      total: typeof total === 'number' ? total : undefined,
      more: typeof more === 'boolean' ? more : undefined,
      next: valueAt(data, paging.next),
    };
    if (items.length > 0 || !mustHold(page)) return page;
    if (again === 2)
      throw pagingError(list, `gave an empty page although ${page.total ?? 'more'} rows should be there`, at);
    await sleep(clock, 500 * 2 ** again, signal);
  }
}

/** The value at a dotted path; undefined for no path. */
export function valueAt(data: object, path: string): unknown {
  let value: unknown = path ? data : undefined;
  for (const name of path.split('.')) {
    value = value && typeof value === 'object' ? Reflect.get(value, name) : undefined;
  }
  return value;
}
