import { describe, expect, test } from 'vitest';
import vectors from 'weiban-openapi/vectors/webhooks.json' with { type: 'json' };
import {
  createWebhookReceiver,
  encryptMessage,
  encryptReply,
  signMessage,
  type WebhookRefusal,
} from '../../src/webhooks/index.ts';
import { clock, key, posted, receiveId } from '../support/webhooks.ts';
import { casesOf } from './cases.ts';

interface Encryption {
  readonly token: string;
  readonly encodingAesKey: string;
  readonly receiveId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly random: string;
  readonly text: string;
}

describe('encryption', () => {
  const cases = casesOf<Encryption, { encrypt: string; signature: string }>(vectors, 'encrypt');
  test.each(cases)('%s', (_, { text: message, random, ...parts }, { encrypt, signature }) => {
    const { token, timestamp, nonce } = parts;
    const sent = { ...parts, message, random: Buffer.from(random, 'hex') };
    expect(signMessage({ token, timestamp, nonce, encrypt })).toBe(signature);
    expect(encryptMessage(sent)).toEqual({ encrypt, signature, timestamp, nonce });
    expect(encryptReply(sent)).toEqual({ encrypt, msgsignature: signature, timestamp, nonce });
    const { encodingAesKey, receiveId } = parts;
    const receiver = createWebhookReceiver({ token, encodingAesKey, receiveId, window: Infinity });
    expect(receiver.verifyUrl({ msg_signature: signature, timestamp, nonce, echostr: encrypt })).toBe(
      message,
    );
  });
});

interface Arrival {
  readonly method: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly receiveIds: readonly string[];
  readonly window: number;
  readonly now: number;
  readonly maxBodyBytes?: number;
  readonly query: string;
  readonly body?: string;
}

interface Reception {
  readonly status: number;
  readonly answer?: string;
  readonly text?: string;
  readonly receiveId?: string;
  readonly refused?: string;
}

const requests = casesOf<Arrival, Reception>(vectors, 'request');

test.each(requests)('a request: %s', async (_, { method, query, body, now, receiveIds, ...given }, want) => {
  const refusals: WebhookRefusal[] = [];
  const received: object[] = [];
  const receiver = createWebhookReceiver({
    ...given,
    receiveId: receiveIds,
    clock: { now: () => now },
    onEvent: (__, { text, receiveId }) => received.push({ text, receiveId }),
    onRefused: (refusal) => refusals.push(refusal),
  });
  const { status, body: answer } = await receiver.answer({ method, query: new URLSearchParams(query), body });
  // The reason is told after the answer.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { text, receiveId, refused } = want;
  expect({ status, ...(want.answer !== undefined && { answer }) }).toEqual({
    status: want.status,
    ...(want.answer !== undefined && { answer: want.answer }),
  });
  expect(received).toEqual(text === undefined ? [] : [{ text, receiveId }]);
  expect(refusals.map(({ reason }) => reason)).toEqual(refused === undefined ? [] : [refused]);
});

test('every reason of a refusal has a vector', () => {
  const reasons = requests.flatMap(([, , { refused }]) => refused ?? []);
  expect([...new Set(reasons)].sort()).toEqual(
    ['query', 'body', 'size', 'token', 'signature', 'clock', 'key', 'receiveId', 'message'].sort(),
  );
});

const keys = casesOf<{ encodingAesKey: string }, { usable: boolean }>(vectors, 'key');

test.each(keys)('a key: %s', (_, { encodingAesKey }, { usable }) => {
  const create = () => createWebhookReceiver({ token: 't', encodingAesKey, receiveId: 'w' });
  if (usable) expect(create).not.toThrow();
  else expect(create).toThrow(/encodingAesKey must be the 43 letters and digits/);
});

const deliveries = casesOf<{ texts: readonly string[] }, { handled: readonly boolean[] }>(
  vectors,
  'deliveries',
);

test.each(deliveries)('deliveries: %s', async (_, { texts }, { handled }) => {
  const received: string[] = [];
  const receiver = createWebhookReceiver({
    ...key,
    receiveId,
    clock,
    onEvent: (__, { text }) => received.push(text),
  });
  for (const text of texts)
    expect(await receiver.answer({ method: 'POST', ...posted(text) })).toMatchObject({ status: 200 });
  expect(received).toEqual(texts.filter((__, at) => handled[at]));
});
