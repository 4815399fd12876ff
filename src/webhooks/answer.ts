import type { EncryptedReply } from './encrypt-message.ts';
import type { WebhookQuery } from './query.ts';

/** The parts of a request, independent of any framework. */
export interface WebhookRequest {
  readonly method: string;
  readonly query: WebhookQuery;
  /** The body of a POST: its text, its bytes, or the parsed JSON. */
  readonly body?: unknown;
}

/** Answers a request; never rejects. */
export type Answer = (request: WebhookRequest) => Promise<ReceiverAnswer>;

/** The answer to a request, independent of any framework. */
export interface ReceiverAnswer {
  /** The HTTP status. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Confirms a message, as the vendor's sample server does, or answers with an encrypted reply. */
export function accepted(reply?: EncryptedReply): ReceiverAnswer {
  return json(200, reply ?? { errcode: 0 });
}

/** Answers an address check with its decrypted text. */
export function echo(text: string): ReceiverAnswer {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

const FAILURES = {
  401: 'The message is not accepted.',
  405: 'Only GET and POST are answered here.',
  413: 'The message is too large.',
  500: 'The message could not be handled; send it again.',
  503: 'The message is being handled; ask again later.',
} as const;

/** Answers with a failure, by the status and by `errcode`. */
export function failed(status: keyof typeof FAILURES): ReceiverAnswer {
  return json(
    status,
    { errcode: status, errmsg: FAILURES[status] },
    status === 405 ? { allow: 'GET, POST' } : {},
  );
}

function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): ReceiverAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
