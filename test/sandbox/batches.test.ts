// Every call whose long list may be split, with the sandbox as its server, which refuses a list that is too long.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseBatchRules } from '../../src/base/operation-row.ts';
import { batchesOf } from '../../src/client/batches.ts';
import { createWeiban, type RequestEvent, type Weiban } from '../../src/index.ts';
import { all, batches, externalUserBatchGet, orderImportShop } from '../../src/operations.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { collect, rejectionOf } from '../support/over-server.ts';

const ROWS = 45;
const requests: RequestEvent[] = [];

let sandbox: Sandbox;
let weiban: Weiban;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: ROWS });
  const hooks = { onRequest: (event: RequestEvent) => requests.push(event) };
  weiban = createWeiban({ ...sandbox.clientOptions, limits: false, retry: false, hooks });
});
afterAll(() => sandbox.close());

const splits = exampleCalls.flatMap(({ id, row, params }) =>
  parseBatchRules(row).map(({ argument, max }) => ({ id, row, params, argument, max })),
);

/** An item of a list that the documented example leaves out. */
const OTHER_ITEMS: Readonly<Record<string, unknown>> = {
  unionid_list: 'oEXAMPLE00000000000000000001',
  unionid_openid_list: { unionid: 'oEXAMPLE00000000000000000001', openid: 'oEXAMPLEexampleOpenid000001' },
};

/** How many requests an operation made while `work` ran. */
async function countRequests(id: string, work: () => Promise<unknown>): Promise<number> {
  requests.length = 0;
  await work();
  return requests.filter(({ operation }) => operation === id).length;
}

test('there are long lists to split', () => expect(splits.length).toBeGreaterThan(14));

describe.each(splits.map((split) => [split.id, split.argument, split] as const))(
  '%s by %s',
  (_, __, split) => {
    const { id, row, params, argument, max } = split;
    const lists = parseBatchRules(row).map((rule) => rule.argument);
    const others = Object.fromEntries(Object.entries(params).filter(([name]) => !lists.includes(name)));
    const [item = OTHER_ITEMS[argument]] = [params[argument] ?? []].flat();
    const list = Array.from({ length: 2 * max + 1 }, () => item);

    test('a list that is too long is refused in one call and taken in three', async () => {
      const { error } = await weiban['~call'](row, { ...others, [argument]: list }).result();
      expect(error).toMatchObject({ kind: 'api' });
      const outcomes = () => collect(batchesOf(weiban, row, { ...others, [argument]: list }));
      const found = await outcomes();
      // Unknown ids are an error of some endpoints; a list that is too long is not.
      const refused = found.flatMap((batch) => (batch.ok ? [] : [batch.error?.code]));
      if (refused.length === 0) {
        expect(found.map(({ from, to }) => [from, to])).toEqual([
          [0, max],
          [max, 2 * max],
          [2 * max, list.length],
        ]);
        expect(await countRequests(id, outcomes)).toBe(3);
      } else expect(refused).not.toContain(error?.code);
    });
  },
);

test('all customers of a long list of ids, in its order, in either form', async () => {
  const customers = await collect(weiban.externalUser.list.items({ limit: 30 }));
  const ids = customers.map(({ id }) => id ?? '').toReversed();
  expect(ids).toHaveLength(ROWS);
  const calls = await countRequests('externalUserBatchGet', async () => {
    const found = await weiban.externalUser.batchGet.all({ id_list: ids }, { concurrency: 2 });
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
  expect(calls).toBe(3);
  const found = await all(externalUserBatchGet, weiban, { id_list: ids });
  expect(found.map(({ id }) => id)).toEqual(ids);
});

test('a write that Weiban refuses half-way is told, and the rest is not sent', async () => {
  const shop_list = Array.from({ length: 250 }, (_, at) => ({
    id: `shop-${at}`,
    shop_name: `${at}`,
    shop_fields: [],
  }));
  sandbox.when('orderImportShop', { error: 'ShopImportFailed' }, { times: 1, after: 1 });
  const calls = await countRequests('orderImportShop', async () => {
    const outcomes = await collect(batches(orderImportShop, weiban, { shop_list }));
    expect(outcomes.map(({ ok, error, from, to }) => [ok, error?.reason, from, to])).toEqual([
      [true, undefined, 0, 100],
      [false, 'ShopImportFailed', 100, 200],
    ]);
  });
  expect(calls).toBe(2);
});

test('a read that fails is the error of the call', async () => {
  const error = await rejectionOf(weiban.externalUser.batchGet.all({ id_list: ['nobody'] }));
  expect(error).toMatchObject({ operation: 'externalUserBatchGet', kind: 'api' });
});
