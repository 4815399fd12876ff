import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals small values so that a client can carry them, but neither read nor change them. */
export interface Seal {
  /** The sealed value as text. `bound` is what it belongs to; it is not in the text. */
  readonly close: (value: unknown, bound: string) => string;
  /** The value of a text that was sealed for the same thing by the same process; undefined for any other text. */
  readonly open: (text: string, bound: string) => unknown;
}

const ALGORITHM = 'aes-256-gcm';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** Creates a seal with a key of its own. */
export function createSeal(): Seal {
  const key = randomBytes(32);
  const options = { authTagLength: TAG_BYTES };
  return {
    close(value, bound) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce, options).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(text, bound) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
      const nonce = bytes.subarray(0, NONCE_BYTES);
      try {
        const decipher = createDecipheriv(ALGORITHM, key, nonce, options)
          .setAAD(Buffer.from(bound))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return JSON.parse(Buffer.concat([body, decipher.final()]).toString());
      } catch {
        // The only failure is a text that this process did not seal for this.
        return undefined;
      }
    },
  };
}
