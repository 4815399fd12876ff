import { WeibanWebhookError } from './webhook-error.ts';

/** A raw body or a parsed one: the signature covers the ciphertext, not the body around it. */
export type WebhookBody = string | Uint8Array | object;

/**
 * Extracts the ciphertext from a body.
 *
 * @throws WeibanWebhookError if there is none.
 */
export function readCiphertext(body: WebhookBody): string {
  const value = parseBody(body);
  const encrypt =
    typeof value === 'object' && value !== null && 'encrypt' in value && Object.hasOwn(value, 'encrypt')
      ? value.encrypt
      : undefined;
  if (typeof encrypt !== 'string' || encrypt === '') throw new WeibanWebhookError();
  return encrypt;
}

function parseBody(body: WebhookBody): unknown {
  if (typeof body === 'object' && !(body instanceof Uint8Array)) return body;
  try {
    const text = typeof body === 'string' ? body : Buffer.from(body).toString();
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new WeibanWebhookError();
  }
}
