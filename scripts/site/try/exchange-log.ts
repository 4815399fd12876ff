import { operations } from '../../../generated/operations.ts';
import { tokenOperation, tokenParameter } from '../../../generated/profile.ts';
import { parseWithBigints, stringifyExact } from '../../../src/base/exact-json.ts';
import { parseOperation } from '../../../src/base/operation-row.ts';

/** A request without its token. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Empty without a body, and for the request of a token, which holds the secret. */
  readonly body: string;
  /** Whether the client asked for a token with it. */
  readonly isForToken: boolean;
}

/** One step of a call, in order. */
export type Step =
  | { readonly kind: 'request'; readonly request: SeenRequest }
  | { readonly kind: 'answer'; readonly status: number; readonly text: string; readonly isForToken: boolean }
  /** No answer arrived. */
  | { readonly kind: 'failure' }
  /** Milliseconds. */
  | { readonly kind: 'wait'; readonly milliseconds: number };

/** A pause that a reader should see, in milliseconds. */
const NOTICEABLE_MS = 500;

/** Sends requests to a sandbox, and reports every step without the token. */
export function watchedFetch(
  handle: (request: Request) => Promise<Response>,
  now: () => number,
  report: (step: Step) => void,
): (url: string, init: RequestInit) => Promise<Response> {
  let last = now();
  return async (url, init) => {
    const request = new Request(url, init);
    const seen = await seenRequest(request);
    const waited = now() - last;
    if (waited >= NOTICEABLE_MS) report({ kind: 'wait', milliseconds: waited });
    report({ kind: 'request', request: seen });
    try {
      const response = await handle(request);
      if (response.type === 'error') throw new TypeError('The connection broke.');
      const text = await response.clone().text();
      report({
        kind: 'answer',
        status: response.status,
        text: seen.isForToken ? '' : text,
        isForToken: seen.isForToken,
      });
      return response;
    } catch (error) {
      report({ kind: 'failure' });
      throw error;
    } finally {
      last = now();
    }
  };
}

const TOKEN_PATH = operations.map(parseOperation).find(({ id }) => id === tokenOperation)?.path;

async function seenRequest(request: Request): Promise<SeenRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const isForToken = pathname === TOKEN_PATH;
  return {
    method: request.method,
    path: pathname,
    query: [...searchParams].filter(([name]) => name !== tokenParameter),
    headers: [...request.headers],
    body: isForToken ? '' : await request.clone().text(),
    isForToken,
  };
}

/** A request as it goes over the wire, for a reader: decoded, without server and token. */
export function requestText({ method, path, query, headers, body }: SeenRequest): string {
  const pairs = query.map(([name, value]) => `${name}=${value}`);
  const lines = [`${method} ${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  return body === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${indented(body)}`;
}

/** JSON on several lines if it is JSON; every digit stays. */
function indented(body: string): string {
  try {
    return stringifyExact(parseWithBigints(body), 2);
  } catch {
    return body;
  }
}
