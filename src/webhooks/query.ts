import { WeibanWebhookError } from './webhook-error.ts';

/** The query of a request, decoded: `URLSearchParams`, or the object that a framework makes of it. */
export type WebhookQuery = URLSearchParams | Readonly<Record<string, unknown>>;

/** What the query says about the ciphertext. */
export interface SignedQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/**
 * Reads what every request of Weiban's has.
 *
 * @throws WeibanWebhookError where one is missing or comes twice.
 */
export function readQuery(query: WebhookQuery): SignedQuery {
  return {
    signature: single(query, 'msg_signature'),
    timestamp: single(query, 'timestamp'),
    nonce: single(query, 'nonce'),
  };
}

/** @throws WeibanWebhookError where there is none. */
export function readEcho(query: WebhookQuery): string {
  // Base64 has no spaces: each was a + that came unencoded.
  return single(query, 'echostr').replaceAll(' ', '+');
}

function single(query: WebhookQuery, name: string): string {
  const [value, ...more] =
    query instanceof URLSearchParams ? query.getAll(name) : [Object.hasOwn(query, name) ? query[name] : ''];
  if (typeof value !== 'string' || value === '' || more.length > 0) throw new WeibanWebhookError();
  return value;
}
