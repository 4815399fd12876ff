import { afterEach, expect, test, vi } from 'vitest';
import { WeibanConfigError } from '../../src/base/errors.ts';
import { resolveConfig } from '../../src/client/config.ts';

afterEach(() => void vi.unstubAllEnvs());

const given = { corpId: 'c', secret: 's' };

test('fills in the defaults', () => {
  expect(resolveConfig(given)).toMatchObject({
    ...given,
    base: 'https://open.weibanzhushou.com',
    timeout: 120_000,
    attemptTimeout: 30_000,
    retry: 2,
    maxAnswerBytes: 33_554_432,
    quotas: { inFlight: 5, maxQueued: 10_000, maxPause: 60_000 },
  });
});

test('limits default to the documented ones, and can be lifted', () => {
  const { quotas } = resolveConfig({ ...given, limits: { windows: { bulk: { hour: 7 } } } });
  expect(Object.fromEntries(quotas.windows)).toEqual({
    r: [
      [60_000, 600],
      [3_600_000, 36_000],
    ],
    w: [
      [60_000, 600],
      [3_600_000, 36_000],
    ],
    b: [
      [60_000, 300],
      [3_600_000, 7],
    ],
  });
  expect(resolveConfig({ ...given, limits: false }).quotas).toMatchObject({
    inFlight: Number.POSITIVE_INFINITY,
    windows: new Map(),
  });
});

test('takes credentials from the environment, but prefers options', () => {
  vi.stubEnv('WEIBAN_CORP_ID', 'env-corp');
  vi.stubEnv('WEIBAN_SECRET', 'env-secret');
  expect(resolveConfig({})).toMatchObject({ corpId: 'env-corp', secret: 'env-secret' });
  expect(resolveConfig(given)).toMatchObject(given);
});

const bases: [given: string, want: string][] = [
  ['https://proxy.example/', 'https://proxy.example'],
  ['http://localhost:8080/weiban//', 'http://localhost:8080/weiban'],
  ['http://api.localhost', 'http://api.localhost'],
  ['http://127.9.0.1:1', 'http://127.9.0.1:1'],
  ['http://127.1', 'http://127.0.0.1'],
  ['http://[::1]:80', 'http://[::1]'],
];

test.each(bases)('reads baseUrl %s', (baseUrl, want) => {
  expect(resolveConfig({ ...given, baseUrl }).base).toBe(want);
});

test('http on another machine can be allowed', () => {
  expect(resolveConfig({ ...given, baseUrl: 'http://api.example', allowHttp: true }).base).toBe(
    'http://api.example',
  );
});

const refused: [name: string, options: object, message: RegExp][] = [
  ['no corpId', { secret: 's' }, /corpId.*WEIBAN_CORP_ID/],
  ['no secret', { corpId: 'c' }, /secret.*WEIBAN_SECRET/],
  ['a baseUrl that is not a URL', { ...given, baseUrl: 'open.weiban' }, /^baseUrl/],
  ['a file URL', { ...given, baseUrl: 'file:///etc' }, /^baseUrl/],
  ['a password in baseUrl', { ...given, baseUrl: 'https://u:CANARY@h' }, /^(?!.*CANARY)/],
  ['a query in baseUrl', { ...given, baseUrl: 'https://h/?a=b' }, /^baseUrl/],
  ['http on another machine', { ...given, baseUrl: 'http://api.example' }, /^baseUrl is http.*allowHttp/],
  [
    'http on a name that only begins so',
    { ...given, baseUrl: 'http://localhost.example' },
    /^baseUrl is http/,
  ],
  ['http on 127 as a name', { ...given, baseUrl: 'http://127.0.0.1.example' }, /^baseUrl is http/],
  ['maxAnswerBytes 0', { ...given, maxAnswerBytes: 0 }, /^maxAnswerBytes is 0/],
  ['a timeout of 0', { ...given, timeout: 0 }, /^timeout is 0; give a number above 0/],
  ['a timeout of NaN', { ...given, timeout: Number.NaN }, /^timeout/],
  ['a negative attemptTimeout', { ...given, attemptTimeout: -1 }, /^attemptTimeout/],
  ['a negative retry', { ...given, retry: -1 }, /^retry/],
  ['inFlight 0', { ...given, limits: { inFlight: 0 } }, /^limits.inFlight/],
  ['a window of 0 calls', { ...given, limits: { windows: { read: { minute: 0 } } } }, /^limits.windows/],
  ['a negative maxQueued', { ...given, limits: { maxQueued: -1 } }, /^limits.maxQueued/],
];

test.each(refused)('refuses %s', (_, options, message) => {
  vi.stubEnv('WEIBAN_CORP_ID', '');
  vi.stubEnv('WEIBAN_SECRET', '');
  expect(() => resolveConfig(options)).toThrow(WeibanConfigError);
  expect(() => resolveConfig(options)).toThrow(message);
});

test.each([
  ['baseURL', 'baseUrl'],
  ['corp_id', 'corpId'],
  ['atemptTimeout', 'attemptTimeout'],
])('the misspelt option %s is refused', (name, meant) => {
  const mistake = new RegExp(`"${name}"; did you mean ${meant}\\?`);
  expect(() => resolveConfig({ ...given, [name]: 'https://test.example' })).toThrow(mistake);
});

test('an option of something else is no mistake, because programs share objects', () => {
  const shared = { ...given, makeToken: () => 'x', port: 1 };
  expect(resolveConfig(shared).corpId).toBe(given.corpId);
});
