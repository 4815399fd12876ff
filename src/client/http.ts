import createClient, { type Client } from 'openapi-fetch';
import { operations, usesPlans, usesTemplates } from '../../generated/operations.ts';
import { secretArgument, tokenOperation, usesStatus } from '../../generated/profile.ts';
import type { paths } from '../../generated/schema.ts';
import { WeibanConfigError } from '../base/errors.ts';
import type { HttpRequest } from '../base/exchange.ts';
import { matchesPath } from '../base/match-path.ts';
import type { Operation } from '../base/operation.ts';
import { parseOperation } from '../base/operation-row.ts';
import { jsonText, refusal } from './argument-text.ts';
import { queryPairs, refuseToken } from './arguments.ts';
import type { Core } from './core.ts';
import { exactText } from './exact-answer.ts';
import { perform } from './perform.ts';
import { callPlanned } from './planned-request.ts';

/** The openapi-fetch client of the API: calls by path, and answers with their envelope. */
export type HttpClient = Client<paths, 'application/json'>;

/** The two ways to call by path. */
interface ByPath {
  readonly http: HttpClient;
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * Creates the two ways to call by path, with the same token, limits, retries and errors as the methods. A
 * failure that Weiban reports is data here. An answer that is not from Weiban rejects
 * with WeibanResponseError.
 */
export function createHttp(core: Core): ByPath {
  const lookup = createLookup();
  const { base } = core.config;
  // The operation of the call that openapi-fetch is serializing. It does that before it awaits anything.
  let current = '';
  const http = createClient<paths, 'application/json'>({
    baseUrl: base,
    querySerializer: createSerializeQuery(() => current),
    bodySerializer: (body: unknown, headers?: HeadersInit) => serializeBody(current, body, headers),
    fetch: (request) => forward(core, lookup, request),
  });
  for (const [verb, call] of Object.entries(http)) {
    if (verb !== verb.toUpperCase()) continue;
    const named = (path: string, ...rest: unknown[]) => {
      if (verb === 'TRACE') return Promise.reject(refusal(verb, 'fetch refuses this method'));
      const operation = lookup(verb, path);
      if ((usesPlans && operation.plan !== undefined) || (usesTemplates && path.includes('{')))
        return callPlanned(operation, path, rest[0], (init) => Reflect.apply(call, http, [path, init]));
      current = operation.id;
      const response = Reflect.apply(call, http, [path, ...rest]);
      current = '';
      return response;
    };
    Object.assign(http, { [verb]: named });
  }
  return {
    http,
    fetch: async (input, init) => {
      const isPath = typeof input === 'string' && input.startsWith('/');
      return forward(core, lookup, requestOf(core, isPath ? base + input : input, init), init?.body);
    },
  };
}

/** @throws WeibanConfigError if the address or the init is not usable. */
function requestOf({ redactor }: Core, input: string | URL | Request, init?: RequestInit): Request {
  try {
    // Runtimes want `duplex` for a stream; the types of TypeScript do not know it.
    return new Request(input, { duplex: 'half', ...init } as RequestInit);
  } catch (error) {
    throw refusal('The request', `fetch refuses its arguments (${redactor.excerpt(String(error))})`);
  }
}

// These describe the bytes on the wire, but the text is already decoded.
const WIRE_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding'];

/** Sends a new request built from the one of openapi-fetch, and returns a new response: neither passes through. */
async function forward(
  core: Core,
  lookup: Lookup,
  request: Request,
  given?: BodyInit | null,
): Promise<Response> {
  const { base } = core.config;
  if (!request.url.startsWith(`${base}/`)) {
    throw new WeibanConfigError(
      'weiban.http and weiban.fetch call only their own server; pass baseUrl to createWeiban, not to a single call.',
    );
  }
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
  const operation = lookup(request.method, path);
  refuseToken(operation.id, new URLSearchParams(search).keys());
  const body = await bodyOf(request);
  if (isStringified(given, body))
    throw refusal(operation.id, 'pass the body as text (JSON.stringify), bytes, a Blob, a form or a stream');
  // As in `deliver`: a request for a token may use other credentials than the client's.
  if (operation.id === tokenOperation) core.redactor.learn(secretIn(body));
  const { reply, reading, error } = await perform(
    core,
    operation,
    { method: request.method, path, query: search.slice(1), body, headers: new Headers(request.headers) },
    { signal: request.signal },
  );
  if (reading.kind === 'unreadable') throw error;
  for (const name of WIRE_HEADERS) reply.headers.delete(name);
  const isJson = !usesStatus || (operation.answer === 'json' && reading.kind === 'success');
  const text = isJson ? exactText(operation, reply.text, core.emit) : reply.text;
  // These statuses have no body, and a response with one, even an empty one, cannot be made.
  const sent = /^(204|205|304)$/.test(String(reply.status)) ? null : (reply.bytes ?? text);
  return new Response(sent, { status: reply.status, headers: reply.headers });
}

/** The body as text if that loses nothing, otherwise as bytes. */
async function bodyOf(request: Request): Promise<HttpRequest['body']> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** Whether `fetch` took a body that it does not know for its text, such as `[object Object]`. */
function isStringified(given: unknown, body: HttpRequest['body']): boolean {
  return (
    body !== undefined &&
    typeof given !== 'string' &&
    !(given instanceof URLSearchParams) &&
    body === String(given)
  );
}

function secretIn(body: HttpRequest['body'] = ''): string {
  if (typeof body !== 'string') return '';
  try {
    return String(JSON.parse(body)[secretArgument] ?? '');
  } catch {
    // Not JSON, so it can only be a form.
    return new URLSearchParams(body).get(secretArgument) ?? '';
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
    return (
      known.get(`${method} ${path}`) ??
      atTemplate(known, method, path) ??
      parseOperation(`${method} ${path} ww`)
    );
  };
}

/** The operation whose path has arguments and fits a path. */
function atTemplate(
  known: ReadonlyMap<string, Operation>,
  method: string,
  path: string,
): Operation | undefined {
  if (!usesTemplates) return undefined;
  return [...known.values()].find(
    (operation) => operation.method === method && matchesPath(operation.path, path),
  );
}

/** JSON, or a form in one of its two encodings. `headers` are those of the call, which openapi-fetch has merged. */
function serializeBody(operation: string, body: unknown, headers?: HeadersInit): string | FormData {
  if (body instanceof FormData) return body;
  const text = jsonText(operation, 'body', body);
  const isForm = new Headers(headers).get('content-type') === 'application/x-www-form-urlencoded';
  return isForm ? String(new URLSearchParams(JSON.parse(text))) : text;
}

/**
 * openapi-fetch does not say which path a query is for, so a name that is JSON text in one operation is JSON
 * text in all.
 */
function createSerializeQuery(operation: () => string): (query: object) => string {
  let json: readonly string[] | undefined;
  return (query) => {
    json ??= operations.flatMap((row) => parseOperation(row).json);
    const names = json;
    return Object.entries(query)
      .flatMap(([name, value]) => queryPairs(operation(), names, name, value))
      .join('&');
  };
}
