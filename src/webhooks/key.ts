import { createSecretKey, type KeyObject } from 'node:crypto';
import { WeibanConfigError } from '../base/errors.ts';

/** The two secrets in the configuration of the callback application. */
export interface WebhookKey {
  /** Signs messages. */
  readonly token: string;
  /** 43 characters: the Base64 of the AES key without its padding. */
  readonly encodingAesKey: string;
}

/** A prepared key. Printing it does not reveal the AES key. */
export interface CipherKey {
  readonly token: string;
  readonly aes: KeyObject;
  readonly iv: Buffer;
}

const IV_BYTES = 16;

/**
 * Prepares a key for use. The AES key is the decoded Base64 of EncodingAESKey followed by `=`, the IV is its
 * first 16 bytes (page doc-477078).
 *
 * @throws WeibanConfigError if the token is missing or the EncodingAESKey is invalid.
 */
export function cipherKey({ token, encodingAesKey }: WebhookKey): CipherKey {
  if (typeof token !== 'string' || token === '')
    throw new WeibanConfigError('There is no token; pass the token of the callback application.');
  if (typeof encodingAesKey !== 'string' || !/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) {
    throw new WeibanConfigError(
      'encodingAesKey must be the 43 letters and digits of the callback application, without = at the end.',
    );
  }
  const bytes = Buffer.from(`${encodingAesKey}=`, 'base64');
  return { token, aes: createSecretKey(bytes), iv: bytes.subarray(0, IV_BYTES) };
}
