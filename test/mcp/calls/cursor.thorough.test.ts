// The rows that an agent gets over several calls are those of a walk of the client, for every list.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../../src/client/index.ts';
import { itemsOf } from '../../../src/client/lists.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { collect } from '../../support/over-server.ts';
import { argumentsOf, follow, lists } from './follow-cursors.ts';
import { contextOf, toolsOf } from './tool-context.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: 23 });
});
afterAll(() => sandbox.close());

describe.each(lists.map((list) => [list.id, list] as const))('%s', (id, list) => {
  test('gives exactly the rows of items(), by limits within pages and across them, and within a small budget', async () => {
    const caller = createCaller({ ...sandbox.clientOptions, limits: false, retry: false });
    const input = argumentsOf(list);
    const want = await collect(itemsOf(caller, list.row, input));
    expect(want.length).toBeGreaterThanOrEqual(5);
    const { read } = toolsOf(contextOf(caller, { budget: 1_000_000 }));
    const { rows, calls } = await follow(read, { operation: id, arguments: input, limit: 8 });
    expect(rows).toEqual(want);
    expect(calls).toBeGreaterThanOrEqual(Math.ceil(want.length / 8));
    const small = toolsOf(contextOf(caller, { budget: 3000 }));
    expect((await follow(small.read, { operation: id, arguments: input })).rows).toEqual(want);
  });
});
