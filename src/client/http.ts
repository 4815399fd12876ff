import createClient, { type Client } from 'openapi-fetch';
import { operations } from '../../generated/operations.ts';
import type { paths } from '../../generated/schema.ts';
import { WeibanConfigError } from '../base/errors.ts';
import type { Operation } from '../base/operation.ts';
import { parseOperation } from '../base/operation-row.ts';
import { queryPairs } from './arguments.ts';
import type { Core } from './core.ts';
import { exactText } from './exact-answer.ts';
import { perform } from './perform.ts';

/** The openapi-fetch client of the API: calls by path, and answers with their envelope. */
export type HttpClient = Client<paths, 'application/json'>;

/** The two ways to call by path. */
interface ByPath {
  readonly http: HttpClient;
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * Creates the two ways to call by path, with the same token, limits, retries and errors as the methods. A
 * failure that Weiban reports is data here; `errcode` shows it. An answer that is not from Weiban rejects
 * with WeibanResponseError.
 */
export function createHttp(core: Core): ByPath {
  const lookup = createLookup();
  const { base } = core.config;
  const http = createClient<paths, 'application/json'>({
    baseUrl: base,
    querySerializer: createSerializeQuery(),
    fetch: (request) => forward(core, lookup, request),
  });
  return {
    http,
    fetch: async (input, init) => {
      const isPath = typeof input === 'string' && input.startsWith('/');
      return forward(core, lookup, new Request(isPath ? base + input : input, init));
    },
  };
}

// These describe the bytes on the wire, but the text is already decoded.
const WIRE_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding'];

/** Sends a new request built from the one of openapi-fetch, and returns a new response: neither passes through. */
async function forward(core: Core, lookup: Lookup, request: Request): Promise<Response> {
  const { base } = core.config;
  if (!request.url.startsWith(`${base}/`)) {
    throw new WeibanConfigError(
      'weiban.http and weiban.fetch call only their own server; pass baseUrl to createWeiban, not to a single call.',
    );
  }
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
  const operation = lookup(request.method, path);
  const body = (await request.text()) || undefined;
  // As in `deliver`: a request for a token may use other credentials than the client's.
  if (!operation.needsToken) core.redactor.learn(secretIn(body));
  const { reply, reading, error } = await perform(
    core,
    operation,
    { method: request.method, path, query: search.slice(1), body, headers: new Headers(request.headers) },
    { signal: request.signal },
  );
  if (reading.kind === 'unreadable') throw error;
  for (const name of WIRE_HEADERS) reply.headers.delete(name);
  const text = exactText(operation, reply.text, core.emit);
  return new Response(text, { status: reply.status, headers: reply.headers });
}

function secretIn(body = ''): string {
  try {
    return String(JSON.parse(body).secret ?? '');
  } catch {
    // Not JSON, so it can only be a form.
    return new URLSearchParams(body).get('secret') ?? '';
  }
}

type Lookup = (method: string, path: string) => Operation;

/**
 * Creates the lookup of an operation by method and path. An unknown path may be called too; it counts as a
 * write with the default envelope.
 */
function createLookup(): Lookup {
  let known: Map<string, Operation> | undefined;
  return (method, path) => {
    known ??= new Map(
      operations.map(parseOperation).map((operation) => [`${operation.method} ${operation.path}`, operation]),
    );
    return known.get(`${method} ${path}`) ?? parseOperation(`${method} ${path} ww`);
  };
}

/**
 * openapi-fetch does not say which path a query is for, so a name that is JSON text in one operation is JSON
 * text in all.
 */
function createSerializeQuery(): (query: object) => string {
  let json: readonly string[] | undefined;
  return (query) => {
    json ??= operations.flatMap((row) => parseOperation(row).json);
    const names = json;
    return Object.entries(query)
      .flatMap(([name, value]) => queryPairs(names, name, value))
      .join('&');
  };
}
