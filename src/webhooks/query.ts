import { WeibanWebhookError } from './webhook-error.ts';

/** The decoded query of a request: `URLSearchParams`, or the object that a framework makes of it. */
export type WebhookQuery = URLSearchParams | Readonly<Record<string, unknown>>;

/** The signature in a query, and what it covers besides the ciphertext. */
export interface SignedQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/**
 * Reads the parameters that every request from Weiban has.
 *
 * @throws WeibanWebhookError if one is missing or comes twice.
 */
export function readQuery(query: WebhookQuery): SignedQuery {
  return {
    signature: single(query, 'msg_signature'),
    timestamp: single(query, 'timestamp'),
    nonce: single(query, 'nonce'),
  };
}

/**
 * Reads the ciphertext of an address check.
 *
 * @throws WeibanWebhookError if there is none.
 */
export function readEcho(query: WebhookQuery): string {
  // Base64 has no spaces; each of them was an unencoded +.
  return single(query, 'echostr').replaceAll(' ', '+');
}

/** The names of the parameters that Weiban sends and that are missing or come twice, with `echostr` for a check. */
export function faultyParameters(query: WebhookQuery, isCheck: boolean): string[] {
  const names = ['msg_signature', 'timestamp', 'nonce', ...(isCheck ? ['echostr'] : [])];
  return names.filter((name) => find(query, name) === undefined);
}

function single(query: WebhookQuery, name: string): string {
  const value = find(query, name);
  if (value === undefined) throw new WeibanWebhookError();
  return value;
}

/** The value of a parameter that comes once and is not empty. */
function find(query: WebhookQuery, name: string): string | undefined {
  const [value, ...more] =
    query instanceof URLSearchParams ? query.getAll(name) : [Object.hasOwn(query, name) ? query[name] : ''];
  return typeof value === 'string' && value !== '' && more.length === 0 ? value : undefined;
}
