import { createCipheriv, randomBytes, randomInt } from 'node:crypto';
import { WeibanConfigError } from '../base/errors.ts';
import { stringifyExact } from '../base/exact-json.ts';
import { packFrame, RANDOM_BYTES } from './frame.ts';
import { type CipherKey, cipherKey, type WebhookKey } from './key.ts';
import { signMessage } from './sign-message.ts';

/** Options of {@link encryptMessage}. */
export interface MessageToEncrypt extends WebhookKey {
  /** An unchanged text, or an object that becomes JSON. A bigint in it is written as an integer. */
  readonly message: string | object;
  /** The recipient of the message: the company's id, at WeCom or at Weiban. */
  readonly receiveId: string;
  /** Unix seconds. Default: now. */
  readonly timestamp?: string | number | undefined;
  /** Default: ten random digits. */
  readonly nonce?: string | undefined;
  /** The 16 bytes before the message, for known answers in tests. Default: random bytes. */
  readonly random?: Uint8Array | undefined;
}

/**
 * A message as it is sent: `encrypt` in the body, the rest in the query, where `signature` is called
 * `msg_signature`.
 */
export interface EncryptedMessage {
  /** The ciphertext in Base64. */
  readonly encrypt: string;
  readonly signature: string;
  /** Unix seconds. */
  readonly timestamp: string;
  readonly nonce: string;
}

/** An encrypted reply to a message, with the names that the vendor's samples use. */
export interface EncryptedReply {
  readonly encrypt: string;
  readonly msgsignature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/**
 * Encrypts and signs a message as Weiban does (page doc-477078): for tests, and for encrypted replies.
 *
 * @throws WeibanConfigError if the key is invalid, or `random` is not 16 bytes.
 */
export function encryptMessage({ token, encodingAesKey, ...message }: MessageToEncrypt): EncryptedMessage {
  return encryptWith(cipherKey({ token, encodingAesKey }), message);
}

/** {@link encryptMessage} with a prepared key. */
export function encryptWith(
  key: CipherKey,
  { message, receiveId, timestamp, nonce, random }: Omit<MessageToEncrypt, keyof WebhookKey>,
): EncryptedMessage {
  if (random && random.length !== RANDOM_BYTES)
    throw new WeibanConfigError(`random has ${random.length} bytes; give ${RANDOM_BYTES}.`);
  const frame = packFrame(
    {
      message: Buffer.from(typeof message === 'string' ? message : stringifyExact(message)),
      receiveId: Buffer.from(receiveId),
    },
    random ?? randomBytes(RANDOM_BYTES),
  );
  const cipher = createCipheriv('aes-256-cbc', key.aes, key.iv).setAutoPadding(false);
  const sent = {
    encrypt: Buffer.concat([cipher.update(frame), cipher.final()]).toString('base64'),
    timestamp: String(timestamp ?? Math.floor(Date.now() / 1000)),
    nonce: nonce ?? String(randomInt(1e9, 1e10)),
  };
  return { ...sent, signature: signMessage({ token: key.token, ...sent }) };
}

/**
 * Encrypts a reply to a message, as the vendor's Go sample does. In a receiver, use `delivery.reply`.
 *
 * @throws WeibanConfigError as {@link encryptMessage} does.
 */
export function encryptReply(message: MessageToEncrypt): EncryptedReply {
  return asReply(encryptMessage(message));
}

/** Gives the fields of an encrypted message the names of a reply. */
export function asReply({ encrypt, signature, timestamp, nonce }: EncryptedMessage): EncryptedReply {
  return { encrypt, msgsignature: signature, timestamp, nonce };
}
