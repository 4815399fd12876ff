import { isWeibanError, WeibanResponseError, WeibanTransportError } from '../base/errors.ts';
import type { HttpRequest, Reply } from '../base/exchange.ts';
import { readText } from '../base/read-text.ts';
import type { Redactor } from '../base/redact.ts';
import { redactedCause } from '../base/redacted-cause.ts';
import type { Config } from './config.ts';

/** Sends one request once; `operation` names it in errors. */
export type Send = (
  request: HttpRequest,
  context: { operation: string; token: string | undefined; signal: AbortSignal },
) => Promise<Reply>;

/**
 * The only function that puts the token into a URL. It joins the configured base, which ends with the host or
 * a path, and a path that begins with a slash, so no argument can name another server.
 *
 * The returned function throws WeibanTransportError, WeibanResponseError for an answer that is too large, or the
 * signal's reason.
 */
export function createSend(config: Config, redactor: Redactor): Send {
  const { base, fetch, maxAnswerBytes } = config;
  return async ({ method, path, query, body, headers = new Headers() }, { operation, token, signal }) => {
    signal.throwIfAborted();
    headers.set('accept', 'application/json');
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const pairs = withToken(query, token);
    // Not `error`: Cloudflare Workers do not have it.
    const init: RequestInit = { method, headers, redirect: 'manual', signal };
    if (body !== undefined) init.body = body;
    try {
      const response = await fetch(`${base}/${path.slice(1)}${pairs && '?'}${pairs}`, init);
      if (isRedirect(response)) throw redirectError(operation, response, redactor);
      const { status } = response;
      const text = await readText(response, maxAnswerBytes);
      if (text === undefined) throw sizeError(operation, status, maxAnswerBytes);
      let clean: Headers | undefined;
      return {
        status,
        text,
        // Only when somebody reads them: in most calls nobody does, and it would be a fifth of a call's own cost.
        get headers() {
          clean ??= redactedHeaders(response.headers, redactor);
          return clean;
        },
      };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (isWeibanError(error)) throw error;
      const cause = redactedCause(error, redactor);
      throw new WeibanTransportError(
        `${operation} got no answer (${cause.message}); check the network and baseUrl.`,
        { operation, cause },
      );
    }
  };
}

function withToken(query: string, token: string | undefined): string {
  return token === undefined ? query : `${query}${query && '&'}access_token=${encodeURIComponent(token)}`;
}

function sizeError(operation: string, status: number, most: number): WeibanResponseError {
  return new WeibanResponseError(
    `${operation} answered more than maxAnswerBytes (${most}); ask for fewer rows or raise it.`,
    { operation, status, problem: 'too-large' },
  );
}

/** A browser hides a redirect that it does not follow: its status is 0. */
function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === 'opaqueredirect' || /^30[12378]$/.test(String(status));
}

function redirectError(operation: string, { status, headers, body }: Response, redactor: Redactor) {
  // Gives the connection back. Whether that works does not matter here.
  body?.cancel().catch(() => undefined);
  const location = headers.get('location');
  return new WeibanTransportError(
    `${operation} got a redirect (HTTP ${status}${location ? ` to ${redactor.excerpt(location)}` : ''}), which is not followed because the token would go with it; set baseUrl to the final address.`,
    { operation, status },
  );
}

function redactedHeaders(headers: Headers, redactor: Redactor): Headers {
  const clean = new Headers();
  for (const [name, value] of headers) {
    clean.append(name, redactor.redact(value));
  }
  return clean;
}
