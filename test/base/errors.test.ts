import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  isWeibanError,
  WeibanApiError,
  WeibanConfigError,
  WeibanResponseError,
  WeibanTimeoutError,
  WeibanTransportError,
} from '../../src/base/errors.ts';
import { describeError } from '../../src/errors.ts';

const classes = [
  [WeibanApiError, 'WeibanApiError', 'api'],
  [WeibanConfigError, 'WeibanConfigError', 'config'],
  [WeibanResponseError, 'WeibanResponseError', 'response'],
  [WeibanTimeoutError, 'WeibanTimeoutError', 'timeout'],
  [WeibanTransportError, 'WeibanTransportError', 'transport'],
] as const;

test.each(classes)('%o is an Error with its name and kind', (Kind, name, kind) => {
  const error = new Kind('what happened', { operation: 'staffList' });
  expect(error).toBeInstanceOf(Error);
  expect(error.stack).toContain(`${name}: what happened`);
  expect(error).toMatchObject({ name, kind, operation: 'staffList' });
  expect(error.code).toBeUndefined();
  expect(isWeibanError(error)).toBe(true);
});

test.each([new Error('x'), null, undefined, 'text', { kind: 'api' }])(
  '%o is not one of our errors',
  (value) => {
    expect(isWeibanError(value)).toBe(false);
  },
);

test('recognizes the errors of another copy of the package', () => {
  const foreign = Object.assign(new Error('x'), { [Symbol.for('weiban-openapi.error')]: true });
  expect(isWeibanError(foreign)).toBe(true);
});

test('recognizes and describes the errors of another realm', () => {
  const foreign = runInNewContext(
    `const error = new Error('x'); error.names = ['OpportunityNotFound', 'TagNameEmpty'];
    Object.defineProperty(error, Symbol.for('weiban-openapi.error'), { value: true })`,
  );
  expect(foreign).not.toBeInstanceOf(Error);
  expect(isWeibanError(foreign)).toBe(true);
  if (!isWeibanError(foreign)) return;
  expect(describeError(foreign).map(({ name }) => name)).toEqual(['OpportunityNotFound', 'TagNameEmpty']);
});

test('has a reason if the code has one name, and matches each of its names', () => {
  const unique = new WeibanApiError('x', { code: 22201, names: ['OpportunityNotFound'] });
  expect(unique.reason).toBe('OpportunityNotFound');
  const both = new WeibanApiError('x', { code: 1, names: ['OpportunityNotFound', 'TagNameEmpty'] });
  expect(both.reason).toBeUndefined();
  expect([both.is('OpportunityNotFound'), both.is('TagNameEmpty'), both.is('TagGroupNameTaken')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('describes a name, an error and an ambiguous error, and nothing else', () => {
  expect(describeError('OpportunityNotFound')).toEqual([
    {
      name: 'OpportunityNotFound',
      zh: '商机不存在',
      en: 'No opportunity matches.',
      advice: expect.stringMatching(/^Check the id/),
      adviceZh: expect.stringMatching(/^检查 id/),
      isFromElsewhere: false,
    },
  ]);
  const both = new WeibanApiError('x', { code: 1, names: ['OpportunityNotFound', 'TagNameEmpty'] });
  expect(describeError(both).map(({ name }) => name)).toEqual(['OpportunityNotFound', 'TagNameEmpty']);
  expect(describeError(new WeibanTimeoutError('x'))).toEqual([]);
});

test('describes a code that only other operations document, and says so', () => {
  const error = new WeibanApiError('x', { code: 10049, operation: 'staffList' });
  expect(describeError(error)).toEqual([
    expect.objectContaining({ isFromElsewhere: true, en: expect.any(String), advice: expect.any(String) }),
  ]);
  const ambiguous = new WeibanApiError('x', { code: 20202, operation: 'staffList' });
  expect(describeError(ambiguous).length).toBeGreaterThan(1);
  expect(describeError(new WeibanApiError('x', { code: 29999, operation: 'staffList' }))).toEqual([]);
});

test('a refused token call is about the credentials, not about the token', () => {
  const names = ['AccessTokenInvalid'] as const;
  const atToken = new WeibanApiError('x', { code: 10001, names, operation: 'accessTokenGet' });
  const atCall = new WeibanApiError('x', { code: 10001, names, operation: 'staffList' });
  const [text] = describeError(atToken);
  expect([text?.advice, text?.adviceZh].join()).toMatch(/^Check corp_id and secret.*检查 corp_id 和 secret/s);
  expect([text?.advice, text?.adviceZh].join()).not.toMatch(/^Get a new token/);
  expect(describeError(atCall)[0]?.advice).toMatch(/^Get a new token/);
});
