import * as crypto from 'node:crypto';

/** The parts that a signature covers. */
export interface SignedParts {
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** The ciphertext in Base64, as it is sent. */
  readonly encrypt: string;
}

/** Signs a message: SHA-1, in lower-case hex, of the four parts, sorted as strings and joined (page doc-477078). */
export function signMessage({ token, timestamp, nonce, encrypt }: SignedParts): string {
  return sha1([token, timestamp, nonce, encrypt].sort().join(''));
}

// `crypto.hash` takes half the time, but not every runtime has it.
const sha1 =
  typeof crypto.hash === 'function'
    ? (text: string) => crypto.hash('sha1', text)
    : (text: string) => crypto.createHash('sha1').update(text).digest('hex');
