/** The parts of an encrypted plaintext. */
export interface Frame {
  readonly message: Buffer;
  readonly receiveId: Buffer;
}

/** The number of random bytes before a message. */
export const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const HEAD_BYTES = RANDOM_BYTES + LENGTH_BYTES;
/** The vendor pads to twice the cipher's own 16 bytes (page doc-477078). */
const PADDING_BLOCK = 32;

/** Builds a plaintext: random bytes, length of the message in 4 bytes, message, receive id, padding. */
export function packFrame({ message, receiveId }: Frame, random: Uint8Array): Buffer {
  const content = HEAD_BYTES + message.length + receiveId.length;
  const padding = PADDING_BLOCK - (content % PADDING_BLOCK);
  const frame = Buffer.alloc(content + padding, padding);
  frame.set(random, 0);
  frame.writeUInt32BE(message.length, RANDOM_BYTES);
  frame.set(message, HEAD_BYTES);
  frame.set(receiveId, HEAD_BYTES + message.length);
  return frame;
}

/** Splits a plaintext into its parts; undefined if padding or lengths are not those of {@link packFrame}. */
export function unpackFrame(frame: Buffer): Frame | undefined {
  const padding = frame.at(-1) ?? 0;
  if (frame.length % PADDING_BLOCK !== 0 || padding < 1 || padding > PADDING_BLOCK) return undefined;
  const end = frame.length - padding;
  for (let at = end; at < frame.length; at++) if (frame[at] !== padding) return undefined;
  if (end < HEAD_BYTES) return undefined;
  const messageEnd = HEAD_BYTES + frame.readUInt32BE(RANDOM_BYTES);
  if (messageEnd > end) return undefined;
  return { message: frame.subarray(HEAD_BYTES, messageEnd), receiveId: frame.subarray(messageEnd, end) };
}
