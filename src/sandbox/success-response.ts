import { answerText } from './answers.ts';
import type { Endpoint } from './endpoints.ts';

/** The response of a successful call with this complete answer, in the form and with the status that the specification has. */
export function successResponse(endpoint: Endpoint, answer: unknown): Response {
  const { operation, request } = endpoint;
  const { status = 200, mediaType = 'application/json' } = request;
  const headers = { 'content-type': mediaType };
  if (operation.answer === 'none' || status === 204 || answer === undefined)
    return new Response(null, { status: operation.answer === 'none' ? status : 204 });
  if (operation.answer === 'bytes') {
    const bytes =
      answer instanceof Uint8Array ? new Uint8Array(answer) : new TextEncoder().encode(String(answer));
    return new Response(bytes, { status, headers });
  }
  if (operation.answer === 'text') return new Response(String(answer), { status, headers });
  return new Response(answerText(endpoint, answer), { status, headers });
}
