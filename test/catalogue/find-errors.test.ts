import { expect, test } from 'vitest';
import { ErrorCode } from '../../generated/error-codes.ts';
import { findErrors, listErrors } from '../../src/catalogue/index.ts';

const all = listErrors();
const namesOfCode = (code: number) =>
  Object.entries(ErrorCode).flatMap(([name, documented]) => (documented === code ? [name] : []));

test('every documented error is listed once, by code and name', () => {
  expect(new Set(all.map(({ name }) => name))).toEqual(new Set(Object.keys(ErrorCode)));
  expect(all).toHaveLength(Object.keys(ErrorCode).length);
  expect(all.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toSorted((a, b) => a - b));
});

const searches: [words: string[], names: string[]][] = [
  [['22201'], ['OpportunityNotFound']],
  [['20202'], namesOfCode(20202)],
  [['opportunitynotfound'], ['OpportunityNotFound']],
  [['99999'], []],
  [['no', 'such', 'zzzzqqq'], []],
  [[], all.map(({ name }) => name)],
];

test.each(searches)('%j finds its errors', (words, names) => {
  expect(
    findErrors(all, words)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(names.toSorted());
});

test('an error says how the client handles it, and which operations document it', () => {
  expect(findErrors(all, ['CallRateLimitExceeded'])[0]).toMatchObject({ code: 10053, remedy: 'wait' });
  expect(findErrors(all, ['OpportunityNotFound'])[0]).toMatchObject({
    remedy: undefined,
    operations: expect.arrayContaining(['opportunity.one']),
  });
});
