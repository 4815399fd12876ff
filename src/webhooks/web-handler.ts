import { type Answer, failed, type ReceiverAnswer } from './answer.ts';
import { readWebBody, TOO_LARGE } from './read-body.ts';
import type { ReceiverConfig } from './receiver-config.ts';
import { refusal } from './refusal.ts';

/** Creates a handler of fetch-style requests that never rejects. */
export function createWebHandler(
  { maxBodyBytes, reportError, reportRefusal }: ReceiverConfig,
  answer: Answer,
): (request: Request) => Promise<Response> {
  const answerTo = async (request: Request): Promise<ReceiverAnswer> => {
    const { method, url } = request;
    try {
      const body = method === 'POST' ? await readWebBody(request, maxBodyBytes) : undefined;
      if (body === TOO_LARGE) {
        reportRefusal(refusal('size'));
        return failed(413);
      }
      return await answer({ method, query: new URL(url).searchParams, body });
    } catch (error) {
      reportError(error);
      return failed(500);
    }
  };
  return async (request) => {
    const { status, headers, body } = await answerTo(request);
    return new Response(body, { status, headers });
  };
}
