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
faults:
  - {argument: ^limit$, error: ShopNotFound}
employees: {list: shopList, at: shops, key: id}
values:
  texts:
    - {place: name$, texts: [one]}
`;

test('a specification without sandbox.yaml knows no resource', () => {
  expect(readSandbox(undefined, new Set(), {})).toMatchObject({
    resources: [],
    sendingTimes: {},
    faults: [],
    tags: { calls: {} },
    values: { texts: [] },
  });
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
    'missing: ShopNotFound',
    'missing: ShopMissing',
    /sandbox\.yaml:4:\d+ .*has no "ShopMissing"/,
  ],
  [
    'a fault with an unknown error',
    'error: ShopNotFound',
    'error: ShopGone',
    /sandbox\.yaml:7:\d+ .*"ShopGone"/,
  ],
  [
    'employees of an unknown list',
    'list: shopList',
    'list: staffs',
    /sandbox\.yaml:8:\d+ .*operationId "staffs"/,
  ],
  ['a pattern of a place', 'name$', '"(name"', /sandbox\.yaml:11:\d+ .*"\(name" is not a regular expression/],
  ['a pattern of an argument', '^limit$', '"[a"', /sandbox\.yaml:7:\d+ .*"\[a" is not a regular expression/],
  ['a misspelt key', 'missing:', 'mising:', /sandbox\.yaml:4:\d+ .*mising/],
  ['a resource without its key', 'key: id', 'ended: ShopNotFound', /sandbox\.yaml:2:\d+ .*key/],
];

test.each(mistakes)('%s is refused at its line', (_, from, to, says) => {
  expect(GOOD).toContain(from);
  expect(() => read(GOOD.replace(from, to))).toThrow(says);
});
