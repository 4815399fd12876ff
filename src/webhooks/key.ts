import { createSecretKey, type KeyObject } from 'node:crypto';
import { WeibanConfigError } from '../base/errors.ts';

/** What the callback application's configuration shows: both are secret. */
export interface WebhookKey {
  /** Signs messages. */
  readonly token: string;
  /** 43 characters: the Base64 of the AES key without its padding. */
  readonly encodingAesKey: string;
}

/** A key, ready for use. Printing it shows nothing of the AES key. */
export interface CipherKey {
  readonly token: string;
  readonly aes: KeyObject;
  readonly iv: Buffer;
}

const IV_BYTES = 16;

/**
 * Makes a key ready for use (page doc-477078: the AES key is the Base64 decoding of EncodingAESKey with `=` behind it,
 * the IV its first 16 bytes).
 *
 * @throws WeibanConfigError when the token is missing or the EncodingAESKey is not one.
 */
export function cipherKey({ token, encodingAesKey }: WebhookKey): CipherKey {
  if (typeof token !== 'string' || token === '')
    throw new WeibanConfigError('There is no token; pass the one of the callback application.');
  if (typeof encodingAesKey !== 'string' || !/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) {
    throw new WeibanConfigError(
      'encodingAesKey must be the 43 letters and digits of the callback application, without = at the end.',
    );
  }
  const bytes = Buffer.from(`${encodingAesKey}=`, 'base64');
  return { token, aes: createSecretKey(bytes), iv: bytes.subarray(0, IV_BYTES) };
}
