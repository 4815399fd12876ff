import type { IncomingMessage, ServerResponse } from 'node:http';
import { WeibanConfigError } from '../base/errors.ts';
import { type Answer, failed, type ReceiverAnswer } from './answer.ts';
import { readNodeBody, TOO_LARGE } from './read-body.ts';
import type { ReceiverConfig } from './receiver-config.ts';

/** A request of Node's `http`, or of a framework on top of it, whose body parser puts what it made at `body`. */
export type NodeRequest = IncomingMessage & { readonly body?: unknown };

/** A listener of Node's `http`, which Express, Koa, Fastify and Nest can call as well; never rejects. */
export type NodeListener = (request: NodeRequest, response: ServerResponse) => Promise<void>;

/** A listener that answers what `answer` does. */
export function createNodeListener({ maxBodyBytes, tell }: ReceiverConfig, answer: Answer): NodeListener {
  const answerTo = async (request: NodeRequest): Promise<ReceiverAnswer | undefined> => {
    const { method = '', url = '' } = request;
    try {
      const body = method === 'POST' ? await readBody(request, maxBodyBytes) : null;
      // Nobody is there to be answered.
      if (body === undefined) return undefined;
      // The rest stays unread, so the connection is of no more use.
      if (body === TOO_LARGE) return closing(failed(413));
      return await answer({ method, query: new URLSearchParams(url.replace(/^[^?]*/, '')), body });
    } catch (error) {
      tell(error);
      return failed(500);
    }
  };
  return async (request, response) => {
    const given = await answerTo(request);
    // By a time limit of the framework's, say; to answer twice is an error that nobody would catch.
    if (given && response.headersSent) tell(alreadyAnswered());
    else if (given) response.writeHead(given.status, given.headers).end(given.body);
  };
}

/** What a parser made of the body where it did, else the body. A parser that passes a body by may leave `{}`. */
async function readBody(request: NodeRequest, most: number): Promise<unknown> {
  const { body } = request;
  const isParsed = body !== undefined && (request.readableDidRead || Object.keys(Object(body)).length > 0);
  return isParsed ? body : readNodeBody(request, most);
}

function alreadyAnswered(): WeibanConfigError {
  return new WeibanConfigError(
    'The request was answered before the webhook receiver could answer it; let nothing else answer there.',
  );
}

function closing(answer: ReceiverAnswer): ReceiverAnswer {
  return { ...answer, headers: { ...answer.headers, connection: 'close' } };
}
