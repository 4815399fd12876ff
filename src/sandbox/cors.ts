import { WeibanConfigError } from '../base/errors.ts';

/**
 * Lets pages of an origin, or of any origin for `true`, call the sandbox from a browser.
 *
 * @throws WeibanConfigError if the text is not an origin.
 */
export function createCors(
  allowed: boolean | string,
): ((request: Request, answer: () => Promise<Response>) => Promise<Response>) | undefined {
  if (allowed === false) return undefined;
  const origin = allowed === true ? '*' : originOf(allowed);
  return async (request, answer) => {
    const { headers } = request;
    const isPreflight = request.method === 'OPTIONS' && headers.has('access-control-request-method');
    const response = isPreflight ? new Response(null, { status: 204 }) : await answer();
    // A broken connection has no headers.
    if (response.type === 'error') return response;
    response.headers.set('access-control-allow-origin', origin);
    if (origin !== '*') response.headers.append('vary', 'origin');
    response.headers.set('access-control-expose-headers', '*');
    if (!isPreflight) return response;
    response.headers.set('access-control-allow-methods', 'GET, POST');
    response.headers.set(
      'access-control-allow-headers',
      headers.get('access-control-request-headers') ?? 'content-type',
    );
    // Chrome asks for it when a page from the internet calls a local server.
    if (headers.get('access-control-request-private-network') === 'true')
      response.headers.set('access-control-allow-private-network', 'true');
    response.headers.set('access-control-max-age', '600');
    return response;
  };
}

function originOf(text: string): string {
  if (text === '*') return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && url.origin !== 'null' && [url.origin, `${url.origin}/`].includes(url.href.replace(/\/$/, '')))
    return url.origin;
  throw new WeibanConfigError(
    `cors is ${JSON.stringify(text.slice(0, 80))}; pass true for pages of any origin, or one origin such as "http://localhost:5173".`,
  );
}
