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
    },
  ]);
  const both = new WeibanApiError('x', { code: 1, names: ['OpportunityNotFound', 'TagNameEmpty'] });
  expect(describeError(both).map(({ name }) => name)).toEqual(['OpportunityNotFound', 'TagNameEmpty']);
  expect(describeError(new WeibanTimeoutError('x'))).toEqual([]);
});
