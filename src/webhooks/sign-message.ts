import { createHash } from 'node:crypto';

/** What a signature covers. */
export interface SignedParts {
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** The ciphertext in Base64, as it travels. */
  readonly encrypt: string;
}

/** The signature of a message: SHA-1, in lower-case hex, of the four parts sorted as strings and joined (page doc-477078). */
export function signMessage({ token, timestamp, nonce, encrypt }: SignedParts): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex');
}
