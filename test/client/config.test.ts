import { afterEach, expect, test, vi } from 'vitest';
import { resolveConfig } from '../../src/client/config.ts';
import { WeibanConfigError } from '../../src/client/errors.ts';

afterEach(() => void vi.unstubAllEnvs());

const given = { corpId: 'c', secret: 's' };

test('fills in the defaults', () => {
  expect(resolveConfig(given)).toMatchObject({
    ...given,
    base: 'https://open.weibanzhushou.com',
    timeout: 30_000,
  });
});

test('takes credentials from the environment, and options before them', () => {
  vi.stubEnv('WEIBAN_CORP_ID', 'env-corp');
  vi.stubEnv('WEIBAN_SECRET', 'env-secret');
  expect(resolveConfig({})).toMatchObject({ corpId: 'env-corp', secret: 'env-secret' });
  expect(resolveConfig(given)).toMatchObject(given);
});

const bases: [given: string, want: string][] = [
  ['https://proxy.example/', 'https://proxy.example'],
  ['http://localhost:8080/weiban//', 'http://localhost:8080/weiban'],
];

test.each(bases)('reads baseUrl %s', (baseUrl, want) => {
  expect(resolveConfig({ ...given, baseUrl }).base).toBe(want);
});

const refused: [name: string, options: object, message: RegExp][] = [
  ['no corpId', { secret: 's' }, /corpId.*WEIBAN_CORP_ID/],
  ['no secret', { corpId: 'c' }, /secret.*WEIBAN_SECRET/],
  ['a baseUrl that is none', { ...given, baseUrl: 'open.weiban' }, /^baseUrl/],
  ['a file', { ...given, baseUrl: 'file:///etc' }, /^baseUrl/],
  ['a password in baseUrl', { ...given, baseUrl: 'https://u:CANARY@h' }, /^(?!.*CANARY)/],
  ['a query in baseUrl', { ...given, baseUrl: 'https://h/?a=b' }, /^baseUrl/],
  ['no time', { ...given, timeout: 0 }, /^timeout/],
  ['NaN', { ...given, timeout: Number.NaN }, /^timeout/],
];

test.each(refused)('refuses %s', (_, options, message) => {
  vi.stubEnv('WEIBAN_CORP_ID', '');
  vi.stubEnv('WEIBAN_SECRET', '');
  expect(() => resolveConfig(options)).toThrow(WeibanConfigError);
  expect(() => resolveConfig(options)).toThrow(message);
});
