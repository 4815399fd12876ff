import type { CallOptions } from '../../generated/client.ts';
import type { Answer } from './attempt.ts';
import { resolveTimes } from './config.ts';
import type { Core } from './core.ts';
import { withDeadline } from './deadline.ts';

import type { Operation } from './operation.ts';
import type { HttpRequest } from './send.ts';

/**
 * Sends a request within its time limit, every wait included. `params` is what hooks are told the arguments are.
 *
 * Rejects with WeibanTimeoutError, with the signal's reason, and with what `dispatch` rejects with.
 */
export async function perform(
  { config, dispatch }: Core,
  operation: Operation,
  request: HttpRequest,
  options: CallOptions,
  params?: object,
): Promise<Answer> {
  const { clock } = config;
  const { timeout, attemptTimeout, retry } = resolveTimes(options, config);
  const deadline = clock.now() + timeout;
  return withDeadline({ operation: operation.id, timeout, signal: options.signal, clock }, (signal) =>
    dispatch({ operation, request, params, signal, deadline, attemptTimeout, retry }),
  );
}
