import { expect, test } from 'vitest';
import { readSandbox } from '../../scripts/spec/sandbox.ts';
import { parseSource } from '../../scripts/spec/source.ts';

const read = (text: string) =>
  readSandbox(parseSource(text, 'sandbox.yaml', 'sandbox.yaml'), new Set(['shopList', 'shopAdd']), {
    ShopNotFound: {},
  });
const GOOD = `resources:
  - key: id
    lists: {shopList: {at: shops}}
    changes: {shopAdd: {does: create, missing: ShopNotFound}}
sendingTimes: {shopAdd: [created_at]}
`;

test('a specification without sandbox.yaml knows no resource', () => {
  expect(readSandbox(undefined, new Set(), {})).toEqual({ resources: [], sendingTimes: {} });
});

test('resources and times of sending are read', () => {
  expect(read(GOOD)).toMatchObject({
    resources: [{ key: 'id', changes: { shopAdd: { does: 'create' } } }],
    sendingTimes: { shopAdd: ['created_at'] },
  });
});

const mistakes: [what: string, from: string, to: string, says: RegExp][] = [
  ['a list that does not exist', 'shopList:', 'shopLost:', /sandbox\.yaml:3:\d+ .*operationId "shopLost"/],
  [
    'a change that does not exist',
    'changes: {shopAdd',
    'changes: {shopAd',
    /sandbox\.yaml:4:\d+ .*operationId "shopAd"/,
  ],
  [
    'a sender that does not exist',
    'Times: {shopAdd',
    'Times: {shopAd',
    /sandbox\.yaml:5:\d+ .*operationId "shopAd"/,
  ],
  [
    'an error that does not exist',
    'ShopNotFound',
    'ShopMissing',
    /sandbox\.yaml:4:\d+ .*has no "ShopMissing"/,
  ],
  ['a misspelt key', 'missing:', 'mising:', /sandbox\.yaml:4:\d+ .*mising/],
  ['a resource without its key', 'key: id', 'ended: ShopNotFound', /sandbox\.yaml:2:\d+ .*key/],
];

test.each(mistakes)('%s is refused at its line', (_, from, to, says) => {
  expect(GOOD).toContain(from);
  expect(() => read(GOOD.replace(from, to))).toThrow(says);
});
