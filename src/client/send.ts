import { answersBeside, tokenParameter, usesSchemes } from '../../generated/profile.ts';
import { isWeibanError, WeibanResponseError, WeibanTransportError } from '../base/errors.ts';
import type { HttpRequest, Reply } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';
import { readBytes } from '../base/read-bytes.ts';
import { readText } from '../base/read-text.ts';
import type { Redactor } from '../base/redact.ts';
import { redactedCause } from '../base/redacted-cause.ts';
import type { Config } from './config.ts';
import { placeCredentials } from './schemes.ts';

/** Sends one request once. */
export type Send = (
  request: HttpRequest,
  context: { operation: Operation; token: string | undefined; signal: AbortSignal },
) => Promise<Reply>;

/**
 * The only function that puts the token into a request. It joins the configured base, which ends with the host or
 * a path, and a path that begins with a slash, so no argument can name another server.
 *
 * The returned function throws WeibanTransportError, WeibanResponseError for an answer that is too large, or the
 * signal's reason.
 */
export function createSend(config: Config, redactor: Redactor): Send {
  const { base, fetch, maxAnswerBytes: most, credentials } = config;
  return async (request, { operation, token, signal }) => {
    signal.throwIfAborted();
    const { id } = operation;
    const { method, path, body } = request;
    const headers = new Headers(request.headers);
    headers.set('accept', answersBeside ? acceptedBy(operation) : 'application/json');
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const query = usesSchemes
      ? await placeCredentials(request.query, headers, { operation, token, credentials, redactor })
      : withToken(request.query, token);
    // Not `error`: Cloudflare Workers do not have it.
    const init: RequestInit = { method, headers, redirect: 'manual', signal };
    if (body !== undefined) init.body = body;
    try {
      const response = await fetch(`${base}/${path.slice(1)}${query && '?'}${query}`, init);
      if (isRedirect(response)) throw redirectError(id, response, redactor);
      return await readReply(operation, response, most, redactor);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (isWeibanError(error)) throw error;
      const cause = redactedCause(error, redactor);
      throw new WeibanTransportError(
        `${id} got no answer (${cause.message}); check the network and baseUrl.`,
        { operation: id, cause },
      );
    }
  };
}

function acceptedBy({ answer }: Operation): string {
  return answer === 'json' ? 'application/json' : '*/*';
}

/** @throws WeibanResponseError for an answer that is too large. */
async function readReply(
  { id, answer }: Operation,
  response: Response,
  most: number,
  redactor: Redactor,
): Promise<Reply> {
  const { status } = response;
  let text: string | undefined = '';
  let bytes: Reply['bytes'];
  if (answersBeside && answer === 'bytes' && isFile(response)) {
    bytes = await readBytes(response, most);
    if (bytes === undefined) throw sizeError(id, status, most);
  } else text = await readText(response, most);
  if (text === undefined) throw sizeError(id, status, most);
  let clean: Headers | undefined;
  return {
    status,
    text,
    ...(answersBeside && { bytes }),
    // Only when somebody reads them: in most calls nobody does, and it would be a fifth of a call's own cost.
    get headers() {
      clean ??= redactedHeaders(response.headers, redactor);
      return clean;
    },
  };
}

/** Whether an answer is the file that was asked for. A failure is told as JSON or with an HTTP error. */
function isFile({ ok, headers }: Response): boolean {
  return ok && !/json/.test(headers.get('content-type') ?? '');
}

function withToken(query: string, token: string | undefined): string {
  return token === undefined
    ? query
    : `${query}${query && '&'}${tokenParameter}=${encodeURIComponent(token)}`;
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
