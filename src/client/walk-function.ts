import type { Caller, CallOptions, ListCall, PageOptions } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import { itemsOf, pagesOf } from './lists.ts';

/** A list's function: what `items()` and `pages()` take. */
export type ListFunction<P, T, I> = (
  caller: Caller,
  params: P,
  options?: CallOptions,
) => ListCall<T, I, ErrorName>;

/**
 * The rows of a list, page after page, from where the arguments say.
 *
 * @example for await (const customer of items(externalUserList, caller, { staff_id: 'zhangsan' })) …
 */
export function items<P extends object | undefined, T, I>(
  list: ListFunction<P, T, I>,
  caller: Caller,
  params: P,
  options?: PageOptions,
): AsyncIterable<I> {
  // Sound: the row's answers hold what its generated function says.
  return itemsOf(caller, rowOf(list, params), params, options) as AsyncIterable<I>;
}

/** The pages of a list, each as its answer came, from where the arguments say. */
export function pages<P extends object | undefined, T, I>(
  list: ListFunction<P, T, I>,
  caller: Caller,
  params: P,
  options?: PageOptions,
): AsyncIterable<T> {
  // Sound: as above.
  return pagesOf(caller, rowOf(list, params), params, options) as AsyncIterable<T>;
}

/** A generated function does nothing but name its row to the caller. */
function rowOf<P, T, I>(list: ListFunction<P, T, I>, params: P): string {
  let found = '';
  const listener: Caller = {
    '~call': (row) => {
      found = row;
      // Sound: nobody takes what this call gives.
      return undefined as never;
    },
  };
  list(listener, params);
  return found;
}
