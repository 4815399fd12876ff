import type { Call, RawResponse } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import { isWeibanError } from '../base/errors.ts';

/** A value and its response. */
export interface Delivery<T> {
  readonly data: T;
  readonly response: RawResponse;
}

/**
 * Creates the promise that a method returns; the work has already begun. As with any promise, a failure that
 * nobody handles is an unhandled rejection. Once `.result()` or `.withResponse()` is called, only the promise
 * that it returns has to be handled.
 */
export function createCall<T>(delivery: Promise<Delivery<T>>): Call<T, ErrorName> {
  const value = delivery.then(({ data }) => data);
  return Object.assign(value, {
    result: () =>
      value.then(
        (data) => ({ ok: true as const, value: data }),
        (error: unknown) => {
          if (isWeibanError(error)) return { ok: false as const, error };
          throw error;
        },
      ),
    withResponse: () => {
      value.catch(() => undefined);
      // A new promise: `value` already handles a rejection of `delivery`, which would never count as unhandled.
      return delivery.then((delivered) => delivered);
    },
  });
}
