import { describe, expect, test } from 'vitest';
import {
  createWebhookReceiver,
  encryptMessage,
  encryptReply,
  signMessage,
} from '../../src/webhooks/index.ts';
import vectors from '../fixtures/webhooks/vectors.json' with { type: 'json' };

// make-vectors.py in the same folder made them with OpenSSL.
describe.each(vectors)('known answer: $name', (vector) => {
  const { token, encodingAesKey, receiveId, timestamp, nonce, message, encrypt, signature } = vector;
  const random = Buffer.from(vector.random, 'hex');
  const sent = { message, token, encodingAesKey, receiveId, timestamp, nonce, random };

  test('the signature', () => {
    expect(signMessage({ token, timestamp, nonce, encrypt })).toBe(signature);
  });

  test('encryption', () => {
    expect(encryptMessage(sent)).toEqual({ encrypt, signature, timestamp, nonce });
    expect(encryptReply(sent)).toEqual({ encrypt, msgsignature: signature, timestamp, nonce });
  });

  test('decryption', () => {
    const receiver = createWebhookReceiver({ token, encodingAesKey, receiveId, window: Infinity });
    const query = { msg_signature: signature, timestamp, nonce };
    expect(receiver.verifyUrl({ ...query, echostr: encrypt })).toBe(message);
    if (message.startsWith('{'))
      expect(receiver.parse({ query, body: { encrypt } })).toMatchObject({ text: message, receiveId });
  });
});
