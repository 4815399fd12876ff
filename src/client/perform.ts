import type { CallOptions } from '../../generated/client.ts';
import { resolveTimeout } from './config.ts';
import type { Core } from './core.ts';
import { withDeadline } from './deadline.ts';
import type { Answer } from './dispatch.ts';
import type { Operation } from './operation.ts';
import type { HttpRequest } from './send.ts';

/**
 * Sends a request within its time limit, waiting for a token included.
 *
 * Rejects with WeibanTimeoutError, with the signal's reason, and with what `dispatch` rejects with.
 */
export async function perform(
  core: Core,
  operation: Operation,
  request: HttpRequest,
  { timeout, signal }: CallOptions,
): Promise<Answer> {
  const deadline = { operation: operation.id, timeout: resolveTimeout(timeout, core.config.timeout), signal };
  return withDeadline(deadline, (ends) => core.dispatch(operation, request, ends));
}
