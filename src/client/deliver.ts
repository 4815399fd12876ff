import type { CallOptions } from '../../generated/client.ts';
import { nestsResults, secretArgument } from '../../generated/profile.ts';
import { resultOf } from '../base/envelope.ts';
import type { Operation } from '../base/operation.ts';
import { checkParams, layOut } from './arguments.ts';
import type { Delivery } from './call.ts';
import { checkOptions } from './check-options.ts';
import type { Core } from './core.ts';
import { settleExact } from './exact-answer.ts';
import { perform } from './perform.ts';

/** Performs one call of an operation, from its arguments to its value. Rejects with the errors of this package. */
export async function deliver(
  core: Core,
  operation: Operation,
  params: object,
  options: CallOptions,
): Promise<Delivery<unknown>> {
  const given = checkOptions(operation.id, options);
  const secret: unknown = Reflect.get(checkParams(operation.id, params), secretArgument);
  // A program that requests a token by hand may use other credentials than the client's.
  if (typeof secret === 'string') core.redactor.learn(secret);
  const laidOut = layOut(operation, params);
  // Without waiting if it is there: the caller's signal is heard from this moment on.
  const request = laidOut instanceof Promise ? await laidOut : laidOut;
  const { reply, reading, error } = await perform(core, operation, request, given, params);
  if (reading.kind !== 'success') throw error;
  settleExact(operation, reading, core.emit);
  const data = nestsResults ? resultOf(operation, reading.value) : reading.value;
  return {
    data,
    response: {
      status: reply.status,
      get headers() {
        return reply.headers;
      },
    },
  };
}
