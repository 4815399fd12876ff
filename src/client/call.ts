import type { Call, RawResponse } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import { isWeibanError } from '../base/errors.ts';

/** A value and the response it came in. */
export interface Delivery<T> {
  readonly data: T;
  readonly response: RawResponse;
}

/**
 * The promise that a method returns, for work that has begun. It is a promise like any other: a failure that nobody
 * looks at is an unhandled rejection. `.result()` and `.withResponse()` count as looking.
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
      // A promise of its own: `delivery` has `value` waiting on it and would never count as unhandled.
      return delivery.then((each) => each);
    },
  });
}
