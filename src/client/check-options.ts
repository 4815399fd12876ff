import type { BackOptions, BatchOptions, CallOptions } from '../../generated/client.ts';
import { misspelt } from '../base/nearest.ts';
import { refusal } from './argument-text.ts';

const KNOWN: Record<keyof (BackOptions & BatchOptions), 1> = {
  signal: 1,
  timeout: 1,
  attemptTimeout: 1,
  retry: 1,
  concurrency: 1,
  order: 1,
  onFailure: 1,
};

/**
 * Returns the options of a call; `null` counts as none.
 *
 * @throws WeibanConfigError if one is misspelt, or the signal is not one.
 */
export function checkOptions<T extends CallOptions>(
  operation: string,
  options: T | null | undefined,
): Partial<T> {
  const { signal } = options ?? {};
  const mistake = misspelt(options ?? {}, KNOWN);
  if (mistake) throw refusal(operation, mistake);
  if (signal !== undefined && typeof signal?.addEventListener !== 'function')
    throw refusal(operation, 'signal is no AbortSignal; pass the signal of an AbortController');
  return options ?? {};
}
