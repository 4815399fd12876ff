import type { CallOptions } from '../../generated/client.ts';
import { refusal } from './argument-text.ts';

/**
 * Returns the options of a call; `null` counts as none.
 *
 * @throws WeibanConfigError if the signal is not one.
 */
export function checkOptions<T extends CallOptions>(
  operation: string,
  options: T | null | undefined,
): Partial<T> {
  const { signal } = options ?? {};
  if (signal !== undefined && typeof signal?.addEventListener !== 'function')
    throw refusal(operation, 'signal is no AbortSignal; pass the signal of an AbortController');
  return options ?? {};
}
