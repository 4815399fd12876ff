import { isUtf8 } from 'node:buffer';
import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { unpackFrame } from './frame.ts';
import type { CipherKey } from './key.ts';
import type { SignedQuery } from './query.ts';
import { signMessage } from './sign-message.ts';
import { WeibanWebhookError } from './webhook-error.ts';

/** What a message must fit. */
export interface OpenOptions {
  /** The keys in use, the newest first; more than one while keys are changed. */
  readonly keys: readonly CipherKey[];
  readonly receiveIds: readonly string[];
  /** Milliseconds that a message's time may be before or after now. */
  readonly window: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A message that is what it says it is. */
export interface OpenedMessage {
  readonly text: string;
  /** Whom it is for, of the ids that are accepted. */
  readonly receiveId: string;
  readonly key: CipherKey;
}

/**
 * Verifies the signature, and only then the time, and decrypts.
 *
 * @throws WeibanWebhookError, always the same, where anything is wrong.
 */
export function openMessage(options: OpenOptions, query: SignedQuery, encrypt: string): OpenedMessage {
  // Two keys may share a token, so that more than one fits.
  const fitting = options.keys.filter(({ token }) => isSignedWith(token, query, encrypt));
  if (fitting.length > 0 && isTimely(query.timestamp, options)) {
    for (const key of fitting) {
      const opened = decrypt(key, encrypt, options.receiveIds);
      if (opened) return opened;
    }
  }
  throw new WeibanWebhookError();
}

function isSignedWith(token: string, { signature, timestamp, nonce }: SignedQuery, encrypt: string): boolean {
  const expected = Buffer.from(signMessage({ token, timestamp, nonce, encrypt }));
  // As UTF-8, in which no other text has the same bytes; read as hex, an upper-case letter would pass.
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

// Seconds as in the vendor's samples; 13 digits are milliseconds, in which the vendor writes times as well.
const TIMESTAMP = /^\d{10}(\d{3})?(\.\d+)?$/;

function isTimely(timestamp: string, { now, window }: OpenOptions): boolean {
  const [digits, milliseconds] = TIMESTAMP.exec(timestamp) ?? [];
  return Math.abs(now() - Number(digits) * (milliseconds ? 1 : 1000)) <= window;
}

function decrypt(key: CipherKey, encrypt: string, receiveIds: readonly string[]): OpenedMessage | undefined {
  try {
    // Without padding of its own the cipher holds no whole block back, so there is nothing more to wait for.
    const plaintext = createDecipheriv('aes-256-cbc', key.aes, key.iv)
      .setAutoPadding(false)
      .update(encrypt, 'base64');
    // What is no Base64 is skipped in decoding, and then missing here.
    if (plaintext.length !== base64Bytes(encrypt)) return undefined;
    const frame = unpackFrame(plaintext);
    const receiveId = receiveIds.find((id) => frame?.receiveId.equals(Buffer.from(id)));
    if (!frame || receiveId === undefined || !isUtf8(frame.message)) return undefined;
    return { text: frame.message.toString(), receiveId, key };
  } catch {
    // What the cipher says of it is for nobody to know.
    return undefined;
  }
}

/** How many bytes a Base64 text with its padding stands for. */
function base64Bytes(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
