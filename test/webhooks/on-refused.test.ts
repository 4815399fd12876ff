import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createWebhookReceiver,
  encryptMessage,
  type RefusalReason,
  type WebhookReceiverOptions,
  type WebhookRefusal,
} from '../../src/webhooks/index.ts';
import {
  clock,
  created,
  key,
  otherKey,
  posted,
  postedFrame,
  receiveId,
  SENT_AT,
  signed,
} from '../support/webhooks.ts';
import type { Posted } from './refusal.ts';

function receiving(more: Partial<WebhookReceiverOptions> = {}) {
  const refusals: WebhookRefusal[] = [];
  const errors: unknown[] = [];
  const receiver = createWebhookReceiver({
    ...key,
    receiveId,
    clock,
    onRefused: (refusal) => refusals.push(refusal),
    onError: (error) => errors.push(error),
    ...more,
  });
  return { receiver, refusals, errors };
}

/** Resolves after the timers that are due. */
const afterTimers = () => new Promise((resolve) => setTimeout(resolve, 0));

const valid = posted(created);
const without = (name: keyof typeof valid.query) => {
  const { [name]: _, ...query } = valid.query;
  return { ...valid, query };
};
const foreign = 'x'.repeat(200);

const REFUSED: [name: string, message: Posted, reason: RefusalReason, detail?: string][] = [
  ['no query', { ...valid, query: {} }, 'query', 'msg_signature, timestamp, nonce'],
  ['no nonce', without('nonce'), 'query', 'nonce'],
  [
    'a signature that comes twice',
    { ...valid, query: new URLSearchParams([...Object.entries(valid.query), ['msg_signature', 'x']]) },
    'query',
    'msg_signature',
  ],
  ['a time that is none', signed(valid.body.encrypt, 'now'), 'query', 'timestamp'],
  ['an empty body', { ...valid, body: '' }, 'body'],
  ['a form', { ...valid, body: 'encrypt=x' }, 'body'],
  ['the parsed body {}', { ...valid, body: {} }, 'body'],
  ['another token', posted(created, { token: otherKey.token }), 'token'],
  ['another timestamp', { ...valid, query: { ...valid.query, timestamp: String(SENT_AT + 1) } }, 'token'],
  ['another key', posted(created, { encodingAesKey: otherKey.encodingAesKey }), 'key'],
  ['both of another application', posted(created, otherKey), 'signature'],
  ['no ciphertext at all', signed('!!!!'), 'key'],
  ['an old time', posted(created, { timestamp: SENT_AT - 3600 }), 'clock', '3600'],
  ['a time in the future', posted(created, { timestamp: SENT_AT + 301 }), 'clock', '-301'],
  [
    'another receive id',
    posted(created, { receiveId: '1700000000000000001' }),
    'receiveId',
    '"1700000000000000001"',
  ],
  ['an id of foreign text', posted(created, { receiveId: `\u001b]0;\n${foreign}` }), 'receiveId'],
  ['no JSON', posted('text'), 'message'],
  ['JSON that is no object', posted('[]'), 'message'],
  ['bytes that are no message', postedFrame(new Uint8Array(64)), 'key'],
];

describe('onRefused names the reason', () => {
  test.each(REFUSED)('%s', async (_name, message, reason, detail) => {
    const { receiver, refusals, errors } = receiving();
    const answer = await receiver.answer({ method: 'POST', ...message });
    expect(refusals).toEqual([]);
    await afterTimers();
    expect(() => receiver.parse(message)).toThrow();
    expect(refusals.map((refusal) => refusal.reason)).toEqual([reason, reason]);
    if (detail !== undefined) expect(refusals[0]?.detail).toBe(detail);
    expect(errors).toEqual([]);
    // The sender learns no reason.
    expect(answer).toEqual({
      status: 401,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{"errcode":401,"errmsg":"The message is not accepted."}',
    });
    const said = JSON.stringify(refusals);
    for (const secret of [key.token, key.encodingAesKey, otherKey.token, otherKey.encodingAesKey])
      expect(said).not.toContain(secret);
    expect(said).not.toMatch(/\\u001b|\\n/);
    expect(said.length).toBeLessThan(1000);
  });

  test.each<[string, Partial<Parameters<typeof encryptMessage>[0]>, RefusalReason]>([
    ['another token', { token: otherKey.token }, 'token'],
    ['another receive id', { receiveId: 'ww2' }, 'receiveId'],
    ['an old time', { timestamp: 1 }, 'query'],
  ])('of a check of the address: %s', (_name, change, reason) => {
    const { receiver, refusals } = receiving();
    const sent = encryptMessage({ ...key, receiveId, timestamp: SENT_AT, message: '12345678', ...change });
    const { encrypt: echostr, signature: msg_signature, timestamp, nonce } = sent;
    expect(() => receiver.verifyUrl({ msg_signature, timestamp, nonce, echostr })).toThrow();
    expect(refusals.map((refusal) => refusal.reason)).toEqual([reason]);
  });

  test('of a check without echostr', async () => {
    const { receiver, refusals } = receiving();
    await receiver.answer({ method: 'GET', query: valid.query });
    await afterTimers();
    expect(refusals).toMatchObject([{ reason: 'query', detail: 'echostr' }]);
  });

  test('of a body that is too large', async () => {
    const { receiver, refusals } = receiving({ maxBodyBytes: 10 });
    const post = { method: 'POST', body: JSON.stringify(valid.body) };
    expect((await receiver.handle(new Request('http://127.0.0.1/', post))).status).toBe(413);
    expect((await receiver.answer({ method: 'POST', ...valid })).status).toBe(413);
    expect(refusals.map(({ reason }) => reason)).toEqual(['size', 'size']);
  });

  test('during a change of keys, of the pair that fits best', () => {
    const { receiver, refusals } = receiving({ keys: [otherKey] });
    expect(() => receiver.parse(posted(created, { token: 'third' }))).toThrow();
    expect(() => receiver.parse(posted(created, { ...otherKey, token: key.token }))).toThrow();
    expect(refusals.map(({ reason }) => reason)).toEqual(['token', 'key']);
  });

  test('and is not called for a message that is accepted', async () => {
    const { receiver, refusals } = receiving();
    expect((await receiver.answer({ method: 'POST', ...valid })).status).toBe(200);
    await afterTimers();
    expect(refusals).toEqual([]);
  });

  test('and what it throws goes to onError', async () => {
    const thrown = receiving({
      onRefused: () => {
        throw new Error('thrown');
      },
    });
    const rejected = receiving({ onRefused: () => Promise.reject(new Error('rejected')) });
    for (const { receiver } of [thrown, rejected])
      expect((await receiver.answer({ method: 'POST', query: {} })).status).toBe(401);
    await afterTimers();
    expect([...thrown.errors, ...rejected.errors].map(String)).toEqual(['Error: thrown', 'Error: rejected']);
  });
});

test('whatever is changed, a message is refused exactly if there is a reason', () => {
  const { query, body } = valid;
  const part = fc.constantFrom('msg_signature', 'timestamp', 'nonce', 'encrypt');
  fc.assert(
    fc.property(part, fc.nat(30), fc.string({ maxLength: 3 }), (name, at, text) => {
      const change = (given: string) => given.slice(0, at) + text + given.slice(at + text.length);
      const changed: Posted =
        name === 'encrypt'
          ? { query, body: { encrypt: change(body.encrypt) } }
          : { query: { ...query, [name]: change(Object(query)[name]) }, body };
      const { receiver, refusals } = receiving();
      let isRefused = false;
      try {
        receiver.parse(changed);
      } catch {
        isRefused = true;
      }
      expect(refusals).toHaveLength(isRefused ? 1 : 0);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['lines', (text: string) => text.replace(/.{20}/g, '$&\r\n')],
  ['a line break at the end', (text: string) => `${text}\n`],
  ['tabs and spaces', (text: string) => text.replace(/.{7}/g, '$&\t ')],
])('white space in the Base64 is accepted, signed as it came: %s', (_name, change) => {
  const { receiver } = receiving();
  const spaced = change(valid.body.encrypt);
  expect(receiver.parse(signed(spaced)).event).toEqual(created);
  // Not what was signed.
  expect(() => receiver.parse({ ...valid, body: { encrypt: spaced } })).toThrow();
});
