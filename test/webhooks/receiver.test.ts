import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  createWebhookReceiver,
  type Delivery,
  type WebhookReceiverOptions,
  WeibanConfigError,
  WeibanWebhookError,
} from '../../src/webhooks/index.ts';
import { clock, created, key, otherKey, posted, receiveId, SENT_AT } from '../support/webhooks.ts';

const options = { ...key, receiveId, clock };
const receiverWith = (more: Partial<WebhookReceiverOptions> = {}) =>
  createWebhookReceiver({ ...options, ...more });
type Posted = Parameters<ReturnType<typeof receiverWith>['parse']>[0];
const accepts = (receiver: ReturnType<typeof receiverWith>, message: Posted) => {
  try {
    receiver.parse(message);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(WeibanWebhookError);
    return false;
  }
};

test.each<[string, Partial<WebhookReceiverOptions>, RegExp]>([
  ['no token', { token: undefined }, /no token/],
  ['an empty token', { token: '' }, /no token/],
  ['no EncodingAESKey', { encodingAesKey: undefined }, /43 letters and digits/],
  [
    'an EncodingAESKey with its padding',
    { encodingAesKey: `${key.encodingAesKey}=` },
    /43 letters and digits/,
  ],
  ['an EncodingAESKey that is too short', { encodingAesKey: 'a'.repeat(42) }, /43 letters and digits/],
  [
    'an unset key next to an old one',
    { token: undefined, encodingAesKey: undefined, keys: [otherKey] },
    /no token/,
  ],
  ['a list with an unusable key', { keys: [{ token: '', encodingAesKey: key.encodingAesKey }] }, /no token/],
  ['no receive id', { receiveId: undefined }, /no receiveId/],
  ['an empty receive id', { receiveId: '' }, /no receiveId/],
  ['an empty list of receive ids', { receiveId: [] }, /no receiveId/],
  ['an empty receive id in a list', { receiveId: ['ww1', ''] }, /no receiveId/],
  ['no window', { window: 0 }, /window is 0/],
  ['a window that is not a number', { window: Number.NaN }, /window is NaN/],
  ['a body size of 0', { maxBodyBytes: 0 }, /maxBodyBytes is 0/],
])('no receiver is created with %s', (_, more, sentence) => {
  expect(() => receiverWith(more)).toThrow(WeibanConfigError);
  expect(() => receiverWith(more)).toThrow(sentence);
});

test('no receiver is created without any key', () => {
  expect(() => createWebhookReceiver({ receiveId, keys: [] })).toThrow(/There is no key/);
});

test.each<[string, (message: ReturnType<typeof posted>) => Posted]>([
  ['a text', ({ query, body }) => ({ query, body: `\ufeff${JSON.stringify(body)}` })],
  ['bytes', ({ query, body }) => ({ query, body: Buffer.from(`\ufeff${JSON.stringify(body)}`) })],
])('a byte order mark before the body is ignored: %s', (_, marked) => {
  expect(receiverWith().parse(marked(posted(created)))).toMatchObject({ name: 'work_order_change.create' });
});

test('a byte order mark before the message is ignored', () => {
  const text = `\ufeff${JSON.stringify(created)}`;
  expect(receiverWith().parse(posted(text))).toMatchObject({ name: 'work_order_change.create', text });
});

test('a message nested 5,000 deep is refused', () => {
  const deep = `{"id":"1","msg_data":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`;
  expect(() => receiverWith().parse(posted(deep))).toThrow(WeibanWebhookError);
});

describe('keys', () => {
  test.each<[string, Partial<WebhookReceiverOptions>, boolean]>([
    ['another key alone', otherKey, false],
    ['an older key next to the new one', { ...otherKey, keys: [key] }, true],
    [
      'a key with the same token next to the new one',
      { encodingAesKey: otherKey.encodingAesKey, keys: [key] },
      true,
    ],
    ['another token with the same AES key', { token: 'x' }, false],
    ['another AES key with the same token', { encodingAesKey: otherKey.encodingAesKey }, false],
  ])('%s', (_, more, accepted) => {
    expect(accepts(receiverWith(more), posted(created))).toBe(accepted);
  });

  test('a reply is encrypted with the key of the message', async () => {
    const receiver = receiverWith({
      ...otherKey,
      keys: [key],
      onEvent: (_, delivery) => delivery.reply({ id: 'r' }),
    });
    const answer = await receiver.answer({ method: 'POST', ...posted(created) });
    const { encrypt, msgsignature, ...query } = JSON.parse(answer.body);
    const reply = { query: { msg_signature: msgsignature, ...query }, body: { encrypt } };
    expect(receiverWith().parse(reply).text).toBe('{"id":"r"}');
  });
});

test('a receive id must be one of the accepted ids', () => {
  const receiver = receiverWith({ receiveId: [receiveId, '1700000000000000001'] });
  expect(receiver.parse(posted(created)).receiveId).toBe(receiveId);
  const other = posted(created, { receiveId: '1700000000000000001' });
  expect(receiver.parse(other).receiveId).toBe('1700000000000000001');
  expect(accepts(receiver, posted(created, { receiveId: '170000000000000000' }))).toBe(false);
});

describe('the time', () => {
  test.each<[string, string | number, number | undefined, boolean]>([
    ['now', SENT_AT, undefined, true],
    ['5 minutes ago', SENT_AT - 300, undefined, true],
    ['more than 5 minutes ago', SENT_AT - 301, undefined, false],
    ['in 5 minutes', SENT_AT + 300, undefined, true],
    ['in more than 5 minutes', SENT_AT + 301, undefined, false],
    ['in milliseconds', SENT_AT * 1000 + 299_000, undefined, true],
    ['in milliseconds, too late', SENT_AT * 1000 - 300_001, undefined, false],
    ['with a fraction', `${SENT_AT}.924`, undefined, true],
    ['within a narrower window', SENT_AT - 10, 10_000, true],
    ['outside a narrower window', SENT_AT - 11, 10_000, false],
    ['any time', 1_409_659_813, Infinity, true],
    ['not a number', 'now', Infinity, false],
    ['a sign', `+${SENT_AT}`, Infinity, false],
    ['hexadecimal', '0x6afd9d40', Infinity, false],
    ['nine digits', 179_500_000, Infinity, false],
    ['a trailing space', `${SENT_AT} `, Infinity, false],
    ['an exponent', '1.795e9', Infinity, false],
  ])('%s', (_, timestamp, window, accepted) => {
    expect(accepts(receiverWith({ window }), posted(created, { timestamp }))).toBe(accepted);
  });

  test('is checked for an address check too', () => {
    const { query, body } = posted('12345678', { timestamp: SENT_AT - 301 });
    expect(() => receiverWith().verifyUrl({ ...query, echostr: body.encrypt })).toThrow(WeibanWebhookError);
  });
});

describe('the query', () => {
  const { query, body } = posted('12345678', { nonce: '2', random: Buffer.alloc(16) });
  const all = { ...query, echostr: body.encrypt };
  const withPlus = Array.from({ length: 256 }, (_, value) =>
    posted('1', { random: Buffer.alloc(16, value) }),
  ).find(({ body: { encrypt } }) => encrypt.includes('+'))!;

  test('echoes the unchanged text', () => {
    expect(receiverWith().verifyUrl(all)).toBe('12345678');
    expect(receiverWith().verifyUrl(new URLSearchParams(all))).toBe('12345678');
  });
  test('an unencoded + is read as a +', () => {
    const raw = `${new URLSearchParams(withPlus.query)}&echostr=${withPlus.body.encrypt}`;
    expect(receiverWith().verifyUrl(new URLSearchParams(raw))).toBe('1');
  });
  test.each<[string, Record<string, unknown>]>([
    ...Object.keys(all).map((name): [string, Record<string, unknown>] => [
      `without ${name}`,
      Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)),
    ]),
    ['with two nonces', { ...all, nonce: ['2', '2'] }],
    ['with a number', { ...all, nonce: 2 }],
    ['with an inherited value', Object.create(all)],
  ])('%s is refused', (_, given) => {
    expect(() => receiverWith().verifyUrl(given)).toThrow(WeibanWebhookError);
  });
  test('a repeated parameter in an address is refused', () => {
    const twice = new URLSearchParams(all);
    twice.append('nonce', '2');
    expect(() => receiverWith().verifyUrl(twice)).toThrow(WeibanWebhookError);
  });
});

describe('the body', () => {
  const { query, body } = posted(created);
  const json = JSON.stringify(body);
  test.each<[string, string | Uint8Array | object, boolean]>([
    ['a text', json, true],
    ['a Buffer', Buffer.from(json), true],
    ['bytes', new TextEncoder().encode(json), true],
    ['an object', body, true],
    ['an object with more in it', { ...body, corp_id: '1', app_id: 'app-1' }, true],
    ['an empty text', '', false],
    ['a text that is not JSON', '<xml/>', false],
    ['null', 'null', false],
    ['an object without the ciphertext', {}, false],
    ['an object that inherits the ciphertext', Object.create(body), false],
    ['a number as the ciphertext', { encrypt: 1 }, false],
  ])('%s', (_, given, accepted) => {
    expect(accepts(receiverWith(), { query, body: given })).toBe(accepted);
  });
});

describe('the event', () => {
  const eventOf = (message: object | string) => receiverWith().parse(posted(message));

  test.each([
    ['work_order_change.create', created],
    ['work_order_change.switch', { ...created, status: 'switch' }],
    ['meeting_change', { ...created, event: 'meeting_change', status: 'cancel' }],
  ])('%s is known', (name, message) => {
    expect(eventOf(message)).toMatchObject({ name, id: created.id, event: message, largeIntegers: [] });
  });
  test.each<[string, object]>([
    ['another event', { ...created, event: 'staff_change' }],
    ['another status of a known event', { ...created, status: 'close' }],
    ['no event', { id: '1', msg_data: {} }],
    ['no id', { ...created, id: undefined }],
    ['no data', { ...created, msg_data: undefined }],
    ['data that is a list', { ...created, msg_data: [] }],
    ['an event that is called unknown', { ...created, event: 'unknown' }],
    ['a name of Object.prototype', { ...created, event: 'constructor' }],
  ])('%s is kept unchanged', (_, message) => {
    const { event, name } = eventOf(message);
    expect(name).toBeUndefined();
    expect(event).toEqual({ event: 'unknown', message: JSON.parse(JSON.stringify(message)) });
  });
  test('integers beyond 2^53 keep their digits', () => {
    const { event, largeIntegers, text } = eventOf({ ...created, seq: 12345678901234567890n });
    expect(text).toContain('"seq":12345678901234567890');
    expect(event).toMatchObject({ seq: '12345678901234567890', create_time: 1640244967.924 });
    expect(largeIntegers).toEqual(['12345678901234567890']);
  });
});

describe('answer()', () => {
  const cases: [string, Partial<WebhookReceiverOptions>, object, number, unknown][] = [
    ['a message', {}, posted(created), 200, { errcode: 0 }],
    ['an unknown event', {}, posted({ id: '1', event: 'x' }), 200, { errcode: 0 }],
    ['a forged message', {}, posted(created, otherKey), 401, { errcode: 401 }],
    ['no body', {}, { ...posted(created), body: undefined }, 401, { errcode: 401 }],
    ['a ciphertext that is too large', { maxBodyBytes: 20 }, posted(created), 413, { errcode: 413 }],
    ['another method', {}, { ...posted(created), method: 'PUT' }, 405, { errcode: 405 }],
  ];
  test.each(cases)('%s', async (_, more, request, status, body) => {
    const errors: unknown[] = [];
    const receiver = receiverWith({ ...more, onError: (error) => errors.push(error) });
    const answer = await receiver.answer({ method: 'POST', query: {}, ...request });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject(body as object);
    expect(errors).toEqual([]);
  });

  test('a failure of the handler does not contain its error', async () => {
    const errors: unknown[] = [];
    const failure = new Error('the database is down');
    const receiver = receiverWith({
      onEvent: () => Promise.reject(failure),
      onError: (error) => errors.push(error),
    });
    const answer = await receiver.answer({ method: 'POST', ...posted(created) });
    expect(answer).toMatchObject({ status: 500, body: expect.not.stringContaining('database') });
    expect(errors).toEqual([failure]);
  });

  test('the handler gets the event and the delivery', async () => {
    const seen: [unknown, Delivery][] = [];
    const receiver = receiverWith({ onEvent: (...given) => seen.push(given) });
    await receiver.answer({ method: 'POST', ...posted(created) });
    expect(seen).toEqual([
      [created, expect.objectContaining({ name: 'work_order_change.create', receiveId })],
    ]);
  });

  test('printing a receiver, its error or a failed creation shows no key', () => {
    const shown = [receiverWith(), new WeibanWebhookError()].map((value) =>
      inspect(value, { depth: 9, showHidden: true }),
    );
    for (const text of shown) {
      expect(text).not.toContain(key.token);
      expect(text).not.toContain(key.encodingAesKey);
    }
    expect(() => receiverWith({ encodingAesKey: 'secret-but-wrong' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret-but-wrong') }),
    );
  });
});
