import { describe, expect, test } from 'vitest';
import { created, posted, postedFrame, receiveId, signed } from '../support/webhooks.ts';
import { isRefused, type Posted, refusal } from './refusal.ts';

describe('every single-bit flip is refused', () => {
  const valid = posted(created);
  const { encrypt } = valid.body;
  const { msg_signature, timestamp, nonce } = valid.query;
  const flipped = (text: string) =>
    Array.from({ length: text.length * 8 }, (_, bit) => {
      const at = bit >> 3;
      const code = text.charCodeAt(at) ^ (1 << (bit & 7));
      return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
    });
  const flippedBytes = (base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    return Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const copy = Buffer.from(bytes);
      copy[bit >> 3]! ^= 1 << (bit & 7);
      return copy.toString('base64');
    });
  };
  test.each([
    ['the ciphertext', flippedBytes(encrypt).map((text) => ({ ...valid, body: { encrypt: text } }))],
    ['its Base64', flipped(encrypt).map((text) => ({ ...valid, body: { encrypt: text } }))],
    [
      'the signature',
      flipped(msg_signature).map((text) => ({ ...valid, query: { ...valid.query, msg_signature: text } })),
    ],
    [
      'the timestamp',
      flipped(timestamp).map((text) => ({ ...valid, query: { ...valid.query, timestamp: text } })),
    ],
    ['the nonce', flipped(nonce).map((text) => ({ ...valid, query: { ...valid.query, nonce: text } }))],
  ] satisfies [string, Posted[]][])('of %s', (_, messages) => {
    expect(refusal(valid)).toBeUndefined();
    expect(messages.length).toBeGreaterThanOrEqual(80);
    expect(messages.filter((message) => !isRefused(message))).toEqual([]);
  });
});

test('a signature in upper case, of another length, or with characters that share the low byte is refused', () => {
  const valid = posted(created);
  const { msg_signature } = valid.query;
  const sameLowByte = [...msg_signature]
    .map((char) => String.fromCharCode(char.charCodeAt(0) + 0x100))
    .join('');
  for (const signature of [
    msg_signature.toUpperCase(),
    `${msg_signature}0`,
    msg_signature.slice(1),
    sameLowByte,
    `${msg_signature} `,
  ])
    expect(isRefused({ ...valid, query: { ...valid.query, msg_signature: signature } })).toBe(true);
});

describe('a signed plaintext that is not a message is refused', () => {
  const random = Buffer.alloc(16, 7);
  const id = Buffer.from(receiveId);
  const text = Buffer.from('{"id":"1"}');
  const length = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const pad = (bytes: Buffer) => {
    const padding = 32 - (bytes.length % 32);
    return Buffer.concat([bytes, Buffer.alloc(padding, padding)]);
  };
  const framed = (value: number, ...rest: Buffer[]) => pad(Buffer.concat([random, length(value), ...rest]));
  const replaceLast = (bytes: Buffer, ...tail: number[]) =>
    Buffer.concat([bytes.subarray(0, bytes.length - tail.length), Buffer.from(tail)]);
  const valid = framed(text.length, text, id);
  // With a padding of 33 the plaintext is three blocks of 32.
  const long = Buffer.from('{}'.padEnd(43 - id.length));

  test('but a complete message is not', () => {
    expect(refusal(postedFrame(valid))).toBeUndefined();
  });
  test.each<[string, Uint8Array]>([
    ['nothing but padding', pad(Buffer.alloc(0))],
    ['too short for a length', pad(Buffer.alloc(19))],
    ['a length one too large', framed(text.length + 1, text, id)],
    ['a length one too small', framed(text.length - 1, text, id)],
    ['a length beyond the end', framed(1000, text, id)],
    ['the largest length', framed(0xffffffff, text, id)],
    ['a length with the sign bit', framed(0x80000000, text, id)],
    ['a length that includes the padding', framed(text.length + id.length + 5, text, id)],
    ['no receive id', framed(text.length, text)],
    ['another receive id', framed(text.length, text, Buffer.from('wwexample0000000001'))],
    ['a longer receive id', framed(text.length, text, id, Buffer.from('0'))],
    ['padding 0', replaceLast(valid, 0)],
    ['padding 33', Buffer.concat([random, length(long.length), long, id, Buffer.alloc(33, 33)])],
    ['padding 255', replaceLast(valid, 255)],
    ['padding of unequal bytes', replaceLast(framed(2, Buffer.from('{}'), id), 1, 2)],
    [
      'padding to 16, as in most libraries',
      Buffer.concat([random, length(9), Buffer.alloc(9, 32), id]).subarray(0, 48),
    ],
    ['text that is not UTF-8', framed(2, Buffer.from([0x22, 0xff]), id)],
    ['text that is not JSON', framed(4, Buffer.from('{no}'), id)],
    ['JSON that is not an object', framed(2, Buffer.from('[]'), id)],
    ['null', framed(4, Buffer.from('null'), id)],
  ])('%s', (_, plaintext) => {
    expect(isRefused(postedFrame(plaintext))).toBe(true);
  });
  test.each([
    ['not Base64', '!!!!'],
    ['Base64 with a space in it', `${posted(created).body.encrypt.slice(0, 42)} =`],
    ['Base64 without its padding', Buffer.alloc(32).toString('base64').replace('=', '')],
    ['half a block', Buffer.alloc(8).toString('base64')],
    ['a single block of 16', Buffer.alloc(16).toString('base64')],
  ])('%s', (_, encrypt) => {
    expect(isRefused(signed(encrypt))).toBe(true);
  });
});
