import { expect, test } from 'vitest';
import { memberOf, parseOperation } from '../../src/base/operation-row.ts';

const parsed: [row: string, want: object][] = [
  [
    'GET opportunity/one rr 22201OpportunityNotFound 22203Both',
    {
      id: 'opportunityOne',
      method: 'GET',
      path: '/open-api/opportunity/one',
      safety: 'r',
      limit: 'r',
      envelope: 'errcode',
      needsToken: true,
      json: [],
      query: undefined,
      body: undefined,
      errors: [
        [22201, 'OpportunityNotFound'],
        [22203, 'Both'],
      ],
    },
  ],
  ['POST access_token/get rr a=none', { id: 'accessTokenGet', needsToken: false, body: 'fields', query: [] }],
  ['GET contact_way/store/list rr e=status', { id: 'contactWayStoreList', envelope: 'status' }],
  ['GET staff/list rr j=fields,b%2Cc', { json: ['fields', 'b,c'] }],
  ['POST tag/add ww q=a,b', { query: ['a', 'b'], body: 'fields', safety: 'w', limit: 'w' }],
  ['POST tag/sync ib n=1', { query: undefined, body: undefined, safety: 'i', limit: 'b' }],
  ['GET tag/search rr q=a b=fields', { query: ['a'], body: 'fields' }],
  ['PUT tag/set iw b=whole', { body: 'whole' }],
  ['GET /v2/ping rr -1Odd', { id: 'v2Ping', path: '/v2/ping', errors: [[-1, 'Odd']] }],
  ['GET a/b rr d=named', { id: 'named' }],
];

test.each(parsed)('parses %s', (row, want) => {
  expect(parseOperation(row)).toMatchObject(want);
});

const members: [row: string, want: string[]][] = [
  ['GET opportunity/one rr', ['opportunity', 'one']],
  ['GET contact_way/store/list rr', ['contactWay', 'storeList']],
  ['POST batch_remove_item ww', ['batchRemoveItem']],
  ['POST tag/delete ww', ['tag', 'delete']],
  ['GET /v2/ping rr', ['v2Ping']],
  ['GET a/b rr d=named 1A', ['named']],
];

test.each(members)('places %s', (row, want) => {
  expect(memberOf(row)).toEqual(want);
});

test('an error without a code has the previous code plus one', () => {
  expect(parseOperation('GET a rr 20001Missing Broken 20005Other').errors).toEqual([
    [20001, 'Missing'],
    [20002, 'Broken'],
    [20005, 'Other'],
  ]);
});
