import { expect, test } from 'vitest';
import { listOperations, searchOperations } from '../../src/catalogue/index.ts';

const searches: [words: string[], first: string][] = [
  [['商机'], 'opportunity.list'],
  [['商机', '详情'], 'opportunity.one'],
  [['获取商机详情'], 'opportunity.one'],
  [['opportunity', 'one'], 'opportunity.one'],
  [['/open-api/opportunity/one'], 'opportunity.one'],
  [['opportunities'], 'opportunity.list'],
  [['customer', 'list', 'batch_get'], 'externalUser.batchGet'],
  [['商机详情获取'], 'opportunity.one'],
];

test.each(searches)('%j finds %s first, in either language', (words, first) => {
  for (const language of ['zh', 'en'] as const) {
    expect(searchOperations(words, language)[0]?.name).toBe(first);
  }
});

test('without words every operation is found, in order of operationId', () => {
  expect(searchOperations([]).map(({ id }) => id)).toEqual(listOperations().map(({ id }) => id));
});

test('words that match no operation find nothing', () => {
  expect(searchOperations(['zzzzqqq'])).toEqual([]);
});
