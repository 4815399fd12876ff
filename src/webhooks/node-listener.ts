import type { IncomingMessage, ServerResponse } from 'node:http';
import { WeibanConfigError } from '../base/errors.ts';
import { type Answer, failed, type ReceiverAnswer } from './answer.ts';
import { readNodeBody, TOO_LARGE } from './read-body.ts';
import type { ReceiverConfig } from './receiver-config.ts';
import { refusal } from './refusal.ts';

/** A request of Node's `http`, or of a framework built on it, whose body parser sets `body`. */
export type NodeRequest = IncomingMessage & { readonly body?: unknown };

/** A listener for Node's `http` that also works with Express, Koa, Fastify and Nest. Never rejects. */
export type NodeListener = (request: NodeRequest, response: ServerResponse) => Promise<void>;

/** Creates a listener that answers requests with `answer`. */
export function createNodeListener(
  { maxBodyBytes, reportError, reportRefusal }: ReceiverConfig,
  answer: Answer,
): NodeListener {
  const answerTo = async (request: NodeRequest): Promise<ReceiverAnswer | undefined> => {
    const { method = '', url = '' } = request;
    try {
      const body = method === 'POST' ? await readBody(request, maxBodyBytes) : null;
      // The sender has gone away, so nobody waits for an answer.
      if (body === undefined) return undefined;
      // The rest of the body stays unread, so the connection cannot be used again.
      if (body === TOO_LARGE) {
        reportRefusal(refusal('size'));
        return closing(failed(413), request);
      }
      return await answer({ method, query: new URLSearchParams(url.replace(/^[^?]*/, '')), body });
    } catch (error) {
      reportError(error);
      return failed(500);
    }
  };
  return async (request, response) => {
    const given = await answerTo(request);
    // For example by a timeout of the framework. Answering twice would throw an error that nobody catches.
    if (given && response.headersSent) reportError(alreadyAnswered());
    else if (given) response.writeHead(given.status, given.headers).end(given.body);
  };
}

/** Returns the parsed body if a body parser ran, otherwise reads it. A parser that skips a body may leave `{}`. */
async function readBody(request: NodeRequest, maxBytes: number): Promise<unknown> {
  const { body, readableDidRead, readableEnded } = request;
  // An empty body ends without having been read.
  const isParsed = body !== undefined && (readableDidRead || readableEnded || !isEmpty(body));
  return isParsed ? body : readNodeBody(request, maxBytes);
}

function isEmpty(body: unknown): boolean {
  return (body instanceof Uint8Array ? body : Object.keys(Object(body))).length === 0;
}

function alreadyAnswered(): WeibanConfigError {
  return new WeibanConfigError(
    'The request was answered before the webhook receiver could answer it; make sure that nothing else answers this route.',
  );
}

/** HTTP/2 closes streams, not connections, and has no such header. */
function closing(answer: ReceiverAnswer, { httpVersionMajor }: NodeRequest): ReceiverAnswer {
  return httpVersionMajor > 1 ? answer : { ...answer, headers: { ...answer.headers, connection: 'close' } };
}
