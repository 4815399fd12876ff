import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import {
  WeibanApiError,
  WeibanConfigError,
  WeibanLimitError,
  WeibanTimeoutError,
} from '../../../src/base/errors.ts';
import { parseOperation } from '../../../src/base/operation-row.ts';
import { listOperations } from '../../../src/catalogue/index.ts';
import { createCaller } from '../../../src/client/index.ts';
import { errorAnswer } from '../../../src/mcp/calls/index.ts';
import { credentials, serve } from '../../support/over-server.ts';
import { contextOf, errorOf, NO_MASKER, ONE_PHONE, servedTools, toolsOf } from './tool-context.ts';

const one = { operation: 'opportunity.one', arguments: { id: '1' } };

describe('an error of the API', () => {
  test('has its documented name, code, and advice', async () => {
    const { server, read } = await servedTools();
    server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: '商机不存在' } }));
    const { value } = await read(one);
    expect(value).toEqual({
      untrusted: expect.any(String),
      error: {
        name: 'OpportunityNotFound',
        code: 22201,
        message: expect.stringContaining('商机不存在'),
        advice: expect.stringMatching(/./),
      },
    });
  });

  test('has its advice in Chinese for a Chinese operator', async () => {
    const { server, read } = await servedTools({ language: 'zh' });
    server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: '商机不存在' } }));
    expect(errorOf(await read(one)).advice).toMatch(/\p{Script=Han}/u);
  });

  test('without documentation has its code and words', async () => {
    const { server, read } = await servedTools();
    server.answer('opportunity/one', () => ({ body: { errcode: 99999, errmsg: 'odd' } }));
    expect(errorOf(await read(one))).toEqual({
      name: 'WeibanApiError',
      code: 99999,
      message: expect.stringContaining('odd'),
      advice: expect.stringMatching(/not documented/),
    });
  });

  test('is masked, clean, and cut', async () => {
    const { server, read } = await servedTools({ masker: ONE_PHONE });
    const errmsg = `客户 138\u200b00138000 \u001b[31m红\u202e ${'长'.repeat(5000)}`;
    server.answer('opportunity/one', () => ({ body: { errcode: 99999, errmsg } }));
    const message = String(errorOf(await read(one)).message);
    expect(message).toContain('客户 mask-1 红');
    expect(message).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(message.length).toBeLessThanOrEqual(600);
  });
});

test.each<[string, string]>([
  ['rare characters', '𠀀'],
  ['quotes and backslashes', '"\\'],
  ['emoji', '👨‍👩‍👧'],
])('an error is within the smallest budget, whatever it quotes: %s', async (_, part) => {
  const { server, read } = await servedTools({ budget: 500 });
  server.answer('opportunity/one', () => ({ body: { errcode: 99999, errmsg: part.repeat(100_000) } }));
  const answer = await read(one);
  expect(String(errorOf(answer).message)).toContain(part);
  expect(encode(JSON.stringify(answer.value)).length).toBeLessThanOrEqual(500);
});

test('an error that lists names is within the smallest budget', async () => {
  const { read } = await servedTools({ budget: 500 });
  for (const { name, row } of listOperations().filter(({ row }) => parseOperation(row).safety === 'r')) {
    for (const wrong of [{ fields: ['zzzzzz'] }, { arguments: { zzzzzz: 1 } }]) {
      const { value } = await read({ operation: name, ...wrong });
      expect([name, row, encode(JSON.stringify(value)).length <= 500]).toEqual([name, row, true]);
    }
  }
});

describe('other errors', () => {
  const { caller } = { caller: createCaller(credentials) };
  const context = contextOf(caller);
  const until = new Date(Date.now() + 90_000);
  test.each<[string, Error, object]>([
    [
      'a limit with its end',
      new WeibanLimitError('x was not sent.', { until }),
      { name: 'WeibanLimitError' },
    ],
    [
      'a full queue',
      new WeibanLimitError('x was not sent.'),
      { name: 'WeibanLimitError', retryAfterMs: 5000 },
    ],
    [
      'a rate limit of the API',
      new WeibanApiError('too many', { code: 10053, names: ['CallRateLimitExceeded'] }),
      { name: 'CallRateLimitExceeded', code: 10053, retryAfterMs: 60_000 },
    ],
    ['a time-out', new WeibanTimeoutError('no answer'), { name: 'WeibanTimeoutError', message: 'no answer' }],
    ['an argument', new WeibanConfigError('bad'), { name: 'WeibanConfigError', message: 'bad' }],
  ])('%s', (_, error, want) => {
    expect(errorOf(errorAnswer(context, error))).toMatchObject({
      advice: expect.stringMatching(/\w/),
      ...want,
    });
  });

  test('a limit tells how long to wait', () => {
    const { retryAfterMs } = errorOf(errorAnswer(context, new WeibanLimitError('x', { until })));
    expect(retryAfterMs).toBeGreaterThan(60_000);
    expect(retryAfterMs).toBeLessThanOrEqual(90_000);
  });

  test('a cancelled call says so', async () => {
    const { server, read } = await servedTools({ signal: AbortSignal.abort() });
    expect(errorOf(await read(one))).toMatchObject({ name: 'Cancelled' });
    expect(server.seenAt('opportunity/one')).toEqual([]);
  });

  test('a fault of the program is thrown, and logged', async () => {
    const mask = () => {
      throw new TypeError('a bug');
    };
    const masker = { ...NO_MASKER, mask };
    const { server, read, lines } = await servedTools({ masker });
    server.answer('opportunity/one', () => ({ body: { errcode: 0, errmsg: 'ok', opportunity: {} } }));
    await expect(read(one)).rejects.toThrow('a bug');
    expect(lines.at(-1)).toMatchObject({ outcome: 'fault' });
  });

  test.each<[string, object, string]>([
    ['nobody listens', { baseUrl: 'http://127.0.0.1:1' }, 'WeibanTransportError'],
    ['the secret is wrong', { secret: 'another-secret-of-corp-1' }, 'AccessTokenInvalid'],
  ])('hold no secret when %s', async (_, options, name) => {
    const server = await serve();
    const own = createCaller({ ...credentials, baseUrl: server.url, retry: false, ...options });
    const answer = await toolsOf(contextOf(own)).read(one);
    expect(errorOf(answer)).toMatchObject({ name });
    const text = JSON.stringify(answer);
    for (const secret of [credentials.secret, 'another-secret-of-corp-1', 'token-1'])
      expect(text).not.toContain(secret);
  });
});
