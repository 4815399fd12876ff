import type { CallOptions } from '../../generated/client.ts';
import type { HttpRequest } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';
import { resolveTimes } from './config.ts';
import type { Core } from './core.ts';
import { withDeadline } from './deadline.ts';
import { observe } from './observe.ts';
import type { Answer } from './outcome.ts';

/**
 * Sends a request within the call's time limit, which includes every wait. `params` are the arguments as
 * hooks see them.
 *
 * Rejects with WeibanTimeoutError, with the signal's reason, and with the errors of `dispatch` and of the
 * observers.
 */
export async function perform(
  core: Core,
  operation: Operation,
  request: HttpRequest,
  options: CallOptions,
  params?: object,
): Promise<Answer> {
  const { clock } = core.config;
  const { timeout, attemptTimeout, retry } = resolveTimes(options, core.config, operation.id);
  const deadline = clock.now() + timeout;
  return withDeadline({ operation: operation.id, timeout, signal: options.signal, clock }, async (signal) => {
    const plan = { operation, request, params, signal, deadline, attemptTimeout, retry };
    const answer = await core.dispatch(plan);
    await observe(core, operation, answer, params);
    return answer;
  });
}
