import type { CallOptions } from '../../generated/client.ts';
import type { Answer } from './attempt.ts';
import { resolveTimes } from './config.ts';
import type { Core } from './core.ts';
import { withDeadline } from './deadline.ts';
import { observe } from './observe.ts';
import type { Operation } from './operation.ts';
import type { HttpRequest } from './send.ts';

/**
 * Sends a request within its time limit, every wait included. `params` is what hooks are told the arguments are.
 *
 * Rejects with WeibanTimeoutError, with the signal's reason, and with what `dispatch` rejects with or an observer
 * throws.
 */
export async function perform(
  { config, dispatch }: Core,
  operation: Operation,
  request: HttpRequest,
  options: CallOptions,
  params?: object,
): Promise<Answer> {
  const { clock, observers } = config;
  const { timeout, attemptTimeout, retry } = resolveTimes(options, config);
  const deadline = clock.now() + timeout;
  const answer = await withDeadline(
    { operation: operation.id, timeout, signal: options.signal, clock },
    (signal) => dispatch({ operation, request, params, signal, deadline, attemptTimeout, retry }),
  );
  const { reply, reading } = answer;
  if (observers.length > 0 && reading.kind !== 'unreadable') {
    const { status, text } = reply;
    await observe(observers, operation, { params, status, text, isSuccess: reading.kind === 'success' });
  }
  return answer;
}
