import { expect, test } from 'vitest';
import { describeOperation, effectOf, listOperations, searchOperations } from '../../src/catalogue/index.ts';

/** Decided by reading each operation's page. Whoever adds a row or takes one away has read it, too. */
const MARKED: [effect: string, operations: readonly string[]][] = [
  [
    'delete',
    [
      'batchRemoveItem',
      'externalUserEventCustomTypeDelete',
      'materialLibraryGroupDelete',
      'materialLibraryRemove',
      'materialLibraryTagRemove',
      'orderBatchRemove',
      'orderRemove',
      'orderShopRemove',
      'preTagRemoveUnionid',
      'tagDelete',
    ],
  ],
  [
    'send',
    [
      'batchAddCustomerMissionAdd',
      'customerGroupMsgAdd',
      'customerOpenSeaClueAdd',
      'groupChatSendMessage',
      'groupMsgAdd',
      'momentMessageAdd',
      'staffMessageSend',
      'workorderClose',
      'workorderReply',
      'workorderSwitch',
    ],
  ],
  ['unknown', []],
];

test.each(MARKED)('%s: these operations and no others', (effect, operations) => {
  const found = searchOperations([]).filter((operation) => operation.effect === effect);
  expect(found.map(({ id }) => id)).toEqual(operations);
});

test('a read has no effect', () => {
  const reads = searchOperations([]).filter(({ safety }) => safety === 'read');
  expect(reads.length).toBeGreaterThan(0);
  expect(new Set(reads.map(({ effect }) => effect))).toEqual(new Set(['none']));
});

const stated: [name: string, operation: object, want: string][] = [
  ['a stated effect', { 'x-safety': 'write', 'x-effect': 'send' }, 'send'],
  ['a read', { 'x-safety': 'read' }, 'none'],
  ['a write that states none', { 'x-safety': 'idempotent' }, 'unknown'],
  ['an operation that states nothing', {}, 'unknown'],
];

test.each(stated)('%s', (_, operation, want) => {
  expect(effectOf({ operationId: 'one', responses: {}, ...operation })).toBe(want);
});

test('a description says why, in its language', () => {
  const operation = listOperations().find(({ id }) => id === 'workorderReply');
  if (operation === undefined) throw new Error('there is no workorderReply');
  expect(describeOperation(operation)).toMatchObject({
    effect: 'send',
    effectBecause: 'With `is_show` 1 the customer sees the text.',
  });
  expect(describeOperation(operation, 'zh').effectBecause).toMatch(/客户能看到/);
});
