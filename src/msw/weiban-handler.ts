import { type HttpHandler, http } from 'msw';
import type { OperationParams } from '../../generated/client.ts';
import type { ErrorName, GlobalErrorName } from '../../generated/error-codes.ts';
import type { OperationTypes } from '../../generated/operation-types.ts';
import { answerWith } from '../base/envelope.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { checkRequest, failure, openEndpoints, readContent, successResponse } from '../sandbox/internal.ts';
import { addressOf, pathBelow } from './address.ts';

type Id = keyof OperationTypes;

/** The argument of a resolver: the call, and the ways to answer it. */
export interface WeibanCall<K extends Id> {
  /** The arguments from the path, the query, headers and the body, as they were passed to the client. */
  readonly params: OperationParams[K];
  readonly request: Request;
  /** A successful answer, to which the envelope is added. */
  ok(result: OperationTypes[K]['result']): Response;
  /** A failure, by a name that the operation documents or that any operation may answer. */
  fail(name: OperationTypes[K]['errors'] | GlobalErrorName): Response;
}

/** Answers one call; `undefined` leaves it to the next handler. */
export type WeibanResolver<K extends Id> = (
  call: WeibanCall<K>,
) => Response | undefined | Promise<Response | undefined>;

/**
 * A handler of msw 2 for one operation, typed by it: `server.use(weibanHandler('opportunityOne', ({ fail }) =>
 * fail('OpportunityNotFound')))`.
 *
 * @throws WeibanConfigError if there is no such operation.
 */
export function weibanHandler<K extends Id>(
  operation: K,
  resolver: WeibanResolver<K>,
  options: { readonly baseUrl?: string | undefined } = {},
): HttpHandler {
  const endpoints = openEndpoints();
  const endpoint = endpoints.byId(operation);
  if (!endpoint) throw new WeibanConfigError(`There is no operation ${JSON.stringify(operation)}.`);
  const { method, path } = endpoint.operation;
  const own = method.toLowerCase();
  const listen = own in http ? http[own as keyof typeof http] : http.all;
  return listen(addressOf(options.baseUrl, path), async ({ request }) => {
    if (request.method !== method) return undefined;
    const { args } = checkRequest(
      endpoint,
      {
        query: new URL(request.url).searchParams,
        search: new URL(request.url).search.slice(1),
        path: pathBelow(options.baseUrl, request.url),
        headers: request.headers,
        ...(await readContent(request.clone())),
      },
      endpoints,
    );
    return resolver({
      // The cast is as safe as the caller's types: the arguments are parsed from what the caller sent.
      params: args as unknown as OperationParams[K],
      request,
      ok: (result) => successResponse(endpoint, answerWith(endpoint.operation, structuredClone(result))),
      fail: (name) => failure(name as ErrorName),
    });
  });
}
