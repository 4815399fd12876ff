import { schemes, secretArgument, tokenParameter, tokenScheme } from '../../generated/profile.ts';
import { isObject } from '../base/is-object.ts';
import type { Endpoint } from './endpoints.ts';
import type { JsonObject } from './paths.ts';
import { type Content, readContent } from './read-content.ts';
import { magicValues, type SandboxRequest } from './scenarios.ts';

/** A request with its body. */
export interface ReadRequest extends Content {
  /** The part to keep in `requests`: no token, no secret. */
  readonly seen: SandboxRequest;
  readonly token: string | null;
  /** The query without the token. */
  readonly query: URLSearchParams;
  /** The query as it was sent, without a question mark. */
  readonly search: string;
  readonly path: string;
  readonly headers: Headers;
  /** The scenario in the header `x-sandbox-scenario`. */
  readonly scenario: string | undefined;
  readonly signal: AbortSignal;
}

/** Reads a request. `isToken`: it goes to the path that issues tokens, so it holds the secret. */
export async function readRequest(
  request: Request,
  operation: string | undefined,
  isToken: boolean,
): Promise<ReadRequest> {
  const url = new URL(request.url);
  const query = new URLSearchParams(url.search);
  const token = tokenParameter === '' ? tokenIn(request.headers) : query.get(tokenParameter);
  query.delete(tokenParameter);
  const content = await readContent(request);
  return {
    seen: {
      operation,
      method: request.method,
      path: url.pathname,
      query: isToken
        ? {}
        : Object.fromEntries(
            [...new Set(query.keys())].map((name) => [name, singleOrList(query.getAll(name))]),
          ),
      body: isToken ? '' : content.body,
    },
    token,
    query,
    search: url.search.slice(1),
    path: url.pathname,
    headers: request.headers,
    ...content,
    scenario: request.headers.get('x-sandbox-scenario')?.replace(/^sandbox:/, ''),
    signal: request.signal,
  };
}

/** The token of a request that carries it in a header or a cookie. */
function tokenIn(headers: Headers): string | null {
  const [place = '', name = '', prefix = ''] = schemes[tokenScheme] ?? [];
  if (place === 'header') return headers.get(name)?.slice(prefix.length) ?? null;
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
  const found = pairs.find(([key]) => key === name)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}

function singleOrList(values: readonly string[]): string | readonly string[] {
  return values.length > 1 ? values : (values[0] ?? '');
}

/** A request in which documented examples replace the magic values, and the scenarios that these name. */
export interface Disenchanted {
  readonly query: URLSearchParams;
  readonly search: string;
  readonly body: string;
  readonly scenarios: readonly string[];
}

/** Replaces the magic values of a request, so that the call would succeed. */
export function disenchant({ request: shape }: Endpoint, asked: ReadRequest): Disenchanted {
  const { query, body } = asked;
  const plain = new URLSearchParams(query);
  const scenarios = magicValues([...query.values()]);
  for (const [name, value] of query) {
    if (magicValues(value).length === 0) continue;
    const example = shape.parameters.find((parameter) => parameter.name === name)?.example;
    plain.set(name, typeof example === 'string' ? example : JSON.stringify(example ?? 'sandbox'));
  }
  const search = scenarios.length > 0 ? String(plain).replaceAll('%2C', ',') : asked.search;
  const fields = body.includes('sandbox:') ? parseObject(body) : undefined;
  // The scenario of a secret is for the calls with its tokens, not for the call that requests a token.
  const inBody = magicValues(
    fields && Object.fromEntries(Object.entries(fields).filter(([name]) => name !== secretArgument)),
  );
  if (!fields || inBody.length === 0) return { query: plain, search, body, scenarios };
  const examples = isObject(shape.body?.example) ? shape.body.example : {};
  const replaced = Object.entries(fields).map(([name, value]) => [
    name,
    magicValues(value).length > 0 ? examples[name] : value,
  ]);
  return {
    query: plain,
    search,
    body: JSON.stringify(Object.fromEntries(replaced)),
    scenarios: [...scenarios, ...inBody],
  };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // A body that is not JSON has no magic values. The check of the request reports the problem.
    return undefined;
  }
}
