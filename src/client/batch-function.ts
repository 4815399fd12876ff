import type {
  Batch,
  BatchCall,
  BatchOptions,
  Caller,
  CallOptions,
  RowBatchCall,
  SplitOptions,
} from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import { allOf, batchesOf } from './batches.ts';
import { rowOf } from './row-of.ts';

/** The generated function of a call that takes a list of limited length, which `batches()` takes. */
export type BatchFunction<P, T, E, N extends ErrorName> = (
  caller: Caller,
  params: P,
  options?: CallOptions,
) => BatchCall<T, E, N>;

/** The generated function of a read that answers with rows for the items of a list, which `all()` takes. */
export type RowBatchFunction<P, R> = (
  caller: Caller,
  params: P,
  options?: CallOptions,
) => RowBatchCall<unknown, unknown, R, ErrorName>;

/**
 * Sends a list of any length in several calls, and yields the outcome of each in the order of the list.
 *
 * @example for await (const { ok, error, from, to } of batches(orderImportOrderV2, caller, { order_list })) …
 */
export function batches<P extends object, T, E, N extends ErrorName>(
  call: BatchFunction<P, T, E, N>,
  caller: Caller,
  params: P,
  options?: BatchOptions,
): AsyncIterable<Batch<T, E, N>> {
  // The generated function says what an answer is and what the list holds.
  return batchesOf(caller, rowOf(call, params), params, options) as AsyncIterable<Batch<T, E, N>>;
}

/**
 * Sends a list of any length in several calls; resolves to the rows of all answers, in the order of the list.
 *
 * @example const customers = await all(externalUserBatchGet, caller, { id_list: ids });
 */
export function all<P extends object, R>(
  call: RowBatchFunction<P, R>,
  caller: Caller,
  params: P,
  options?: SplitOptions,
): Promise<R[]> {
  // The generated function says what a row is.
  return allOf(caller, rowOf(call, params), params, options) as Promise<R[]>;
}
