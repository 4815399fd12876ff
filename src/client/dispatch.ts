import type { TokenSource } from '../token/token-source.ts';
import { type Reading, readEnvelope } from './envelope.ts';
import { remedyFor } from './failure.ts';
import type { Operation } from './operation.ts';
import type { HttpRequest, Reply, Send } from './send.ts';

/** An answer, as it came and as it reads. */
export interface Answer {
  readonly reply: Reply;
  readonly reading: Reading;
}

/**
 * Sends one request with a valid token. Methods, functions and `http` all go through one of these, so what concerns
 * every call (limits, retries) wraps this function and nothing else.
 */
export type Dispatch = (operation: Operation, request: HttpRequest, signal: AbortSignal) => Promise<Answer>;

/** A dispatch that renews a rejected token and sends the request once more. */
export function createDispatch(send: Send, tokens: TokenSource): Dispatch {
  return async (operation, request, signal) => {
    const attempt = async (token: string | undefined): Promise<Answer> => {
      const reply = await send(request, { operation: operation.id, token, signal });
      return { reply, reading: readEnvelope(operation.envelope, reply.status, reply.text) };
    };
    if (!operation.needsToken) return attempt(undefined);

    const token = await tokens.get();
    const answer = await attempt(token);
    // Safe for a write as well: a request with a rejected token was not acted upon.
    if (answer.reading.kind !== 'failure' || remedyFor(answer.reading.code) !== 'refresh-token')
      return answer;
    return attempt(await tokens.renew(token));
  };
}
