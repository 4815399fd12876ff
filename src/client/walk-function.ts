import type { Caller, CallOptions, ListCall } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import { itemsOf, pagesOf } from './lists.ts';
import { rowOf } from './row-of.ts';

/** The generated function of a list, which `items()` and `pages()` take. */
export type ListFunction<P, T, I, O> = (
  caller: Caller,
  params: P,
  options?: CallOptions,
) => ListCall<T, I, ErrorName, O>;

/**
 * Yields the rows of a list, page by page, from the position that the arguments give.
 *
 * @example for await (const customer of items(externalUserList, caller, { staff_id: 'zhangsan' })) …
 */
export function items<P extends object | undefined, T, I, O extends CallOptions>(
  list: ListFunction<P, T, I, O>,
  caller: Caller,
  params: P,
  options?: O,
): AsyncIterable<I> {
  // The generated function says what the rows of the list are.
  return itemsOf(caller, rowOf(list, params), params, options) as AsyncIterable<I>;
}

/** Yields the pages of a list, each as its unchanged answer, from the position that the arguments give. */
export function pages<P extends object | undefined, T, I, O extends CallOptions>(
  list: ListFunction<P, T, I, O>,
  caller: Caller,
  params: P,
  options?: O,
): AsyncIterable<T> {
  // The generated function says what an answer is.
  return pagesOf(caller, rowOf(list, params), params, options) as AsyncIterable<T>;
}
