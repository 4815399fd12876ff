import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWebhookReceiver, encryptMessage } from '../../src/webhooks/index.ts';
import { runs } from '../support/runs.ts';

const base64 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const text = fc.string({ unit: 'grapheme', minLength: 1 });
const keys = fc.record({
  token: text,
  encodingAesKey: fc.string({ unit: fc.constantFrom(...base64), minLength: 43, maxLength: 43 }),
});

test('an encrypted message comes back, whatever the key, the message and the receive id', () => {
  const objects = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue());
  fc.assert(
    fc.property(keys, text, text, objects, (key, receiveId, nonce, message) => {
      const { encrypt, signature, timestamp } = encryptMessage({ ...key, receiveId, nonce, message });
      const receiver = createWebhookReceiver({ ...key, receiveId: ['another', receiveId] });
      const query = { msg_signature: signature, timestamp, nonce };
      const received = receiver.parse({ query, body: { encrypt } });
      expect(received.text).toBe(JSON.stringify(message));
      expect(received.receiveId).toBe(receiveId);
    }),
    { numRuns: runs(300) },
  );
});

test('a text of any length comes back', () => {
  const key = { token: 't', encodingAesKey: 'a'.repeat(43) };
  const receiver = createWebhookReceiver({ ...key, receiveId: 'w' });
  for (let length = 0; length < 200; length++) {
    const message = 'é'.repeat(length);
    const { signature, encrypt, ...query } = encryptMessage({ ...key, receiveId: 'w', message });
    expect(receiver.verifyUrl({ ...query, msg_signature: signature, echostr: encrypt })).toBe(message);
  }
});
