import { isUtf8 } from 'node:buffer';
import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { type Frame, unpackFrame } from './frame.ts';
import type { CipherKey } from './key.ts';
import type { SignedQuery } from './query.ts';
import { signMessage } from './sign-message.ts';
import { WeibanWebhookError } from './webhook-error.ts';

/** The conditions that a message must meet. */
export interface OpenOptions {
  /** The keys in use, the newest first; more than one during a key change. */
  readonly keys: readonly CipherKey[];
  readonly receiveIds: readonly string[];
  /** How many milliseconds a message's time may differ from now. */
  readonly window: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A verified message. */
export interface OpenedMessage {
  readonly text: string;
  /** Which of the accepted ids the message is for. */
  readonly receiveId: string;
  readonly key: CipherKey;
}

/**
 * Verifies the signature and then the time, and decrypts the message.
 *
 * @throws WeibanWebhookError, always the same, if anything is wrong.
 */
export function openMessage(options: OpenOptions, query: SignedQuery, encrypt: string): OpenedMessage {
  // Two keys may share a token, so more than one may fit.
  const fitting = options.keys.filter(({ token }) => isSignedWith(token, query, encrypt));
  if (fitting.length > 0 && isTimely(query.timestamp, options)) {
    for (const key of fitting) {
      const opened = decrypt(key, encrypt, options.receiveIds);
      if (opened) return opened;
    }
  }
  throw new WeibanWebhookError();
}

/** Whether a token signed the ciphertext, in constant time. */
export function isSignedWith(
  token: string,
  { signature, timestamp, nonce }: SignedQuery,
  encrypt: string,
): boolean {
  const expected = Buffer.from(signMessage({ token, timestamp, nonce, encrypt }));
  // As UTF-8, where no other text has the same bytes. Decoded as hex, an upper-case letter would pass.
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

// Seconds, as in the vendor's samples. 13 digits are milliseconds, which the vendor uses elsewhere.
const TIMESTAMP = /^\d{10}(\d{3})?(\.\d+)?$/;

/** Whether the time of a message is near enough to now. */
export function isTimely(timestamp: string, { now, window }: OpenOptions): boolean {
  return Math.abs(now() - millisecondsOf(timestamp)) <= window;
}

/** The time of a message in milliseconds since the epoch; NaN if the text is no time. */
export function millisecondsOf(timestamp: string): number {
  const [digits, milliseconds] = TIMESTAMP.exec(timestamp) ?? [];
  return Number(digits) * (milliseconds ? 1 : 1000);
}

function decrypt(key: CipherKey, encrypt: string, receiveIds: readonly string[]): OpenedMessage | undefined {
  const frame = decryptFrame(key, encrypt);
  const receiveId = receiveIds.find((id) => frame?.receiveId.equals(Buffer.from(id)));
  if (!frame || receiveId === undefined || !isUtf8(frame.message)) return undefined;
  return { text: frame.message.toString(), receiveId, key };
}

/** Decrypts a ciphertext; undefined if the key does not open it. White space in its Base64 does not matter. */
export function decryptFrame(key: CipherKey, encrypt: string): Frame | undefined {
  try {
    const base64 = encrypt.replace(/[\t\n\f\r ]+/g, '');
    // Without automatic padding the cipher holds no block back, so `final` would add nothing.
    const plaintext = createDecipheriv('aes-256-cbc', key.aes, key.iv)
      .setAutoPadding(false)
      .update(base64, 'base64');
    // Decoding skips characters that are not Base64, so bytes would be missing.
    return plaintext.length === base64Bytes(base64) ? unpackFrame(plaintext) : undefined;
  } catch {
    // Nobody may learn what the cipher rejected (see WeibanWebhookError).
    return undefined;
  }
}

/** The number of bytes that a Base64 text with padding decodes to. */
function base64Bytes(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
