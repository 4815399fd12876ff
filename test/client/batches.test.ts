import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Caller, CallOptions } from '../../generated/client.ts';
import { WeibanApiError, WeibanTimeoutError } from '../../src/base/errors.ts';
import { allOf, batchesOf } from '../../src/client/batches.ts';
import { createCall } from '../../src/client/call.ts';
import { collect, rejectionOf } from '../support/over-server.ts';

type Sent = Record<string, unknown>;

// Made-up rows: reads of one list or of two, a list of objects, a set of values and a write.
const READ = 'POST boat/get rr s=ids,3,boats,id';
const EITHER = 'POST boat/get rr s=ids,3,data.boats,id;plates,2,data.boats,plate';
const PAIRS = 'POST boat/get rr s=pairs,2,boats,plate';
const SET = 'POST boat/set iw s=boats,3';
const WRITE = 'POST boat/add ww s=boats,3';

/** A caller that answers by a function, and what it was sent. */
function fleet(answer: (sent: Sent, count: number) => object | Promise<object> = () => ({})) {
  const sent: Sent[] = [];
  const options: (CallOptions | undefined)[] = [];
  const caller: Caller = {
    '~call': (_, params, given) => {
      sent.push({ ...params });
      options.push(given);
      const data = Promise.resolve(answer({ ...params }, sent.length));
      const response = { status: 200, headers: new Headers() };
      // A batch only awaits the outcome.
      return createCall(data.then((value) => ({ data: value, response }))) as never;
    },
  };
  return { caller, sent, options };
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
const listOf = (value: unknown) => (Array.isArray(value) ? value : []);
const boats = ({ ids }: Sent) => ({ boats: listOf(ids).map((id) => ({ id })) });
const refusal = (code: number) => new WeibanApiError('refused', { operation: 'boatAdd', code });
const failingAt =
  (at: number, error: unknown) =>
  (_: Sent, count: number): object | Promise<object> =>
    count === at ? Promise.reject(error) : {};

describe('a list is split into calls of the allowed length', () => {
  test.each<[count: number, lengths: number[]]>([
    [0, []],
    [1, [1]],
    [3, [3]],
    [4, [3, 1]],
    [9, [3, 3, 3]],
  ])('%d items', async (count, lengths) => {
    const { caller, sent } = fleet();
    const list = upTo(count);
    const batches = await collect(batchesOf(caller, WRITE, { boats: list, port: 'a' }));
    expect(sent.map((params) => listOf(params.boats).length)).toEqual(lengths);
    expect(sent.flatMap((params) => listOf(params.boats))).toEqual(list);
    for (const { port } of sent) expect(port).toBe('a');
    for (const { ok, items, from, to } of batches) expect([ok, items]).toEqual([true, list.slice(from, to)]);
    expect(batches.at(-1)?.to ?? 0).toBe(count);
  });

  test('the list that was given at the start, whatever becomes of it', async () => {
    const { caller, sent } = fleet();
    const list = upTo(7);
    for await (const { to } of batchesOf(caller, WRITE, { boats: list })) list.splice(0, to);
    expect(sent.flatMap((params) => listOf(params.boats))).toEqual(upTo(7));
  });

  test('the one of two lists that holds something, by its own length', async () => {
    const { caller, sent } = fleet();
    await collect(batchesOf(caller, EITHER, { ids: [], plates: upTo(3) }));
    expect(sent).toEqual([
      { ids: [], plates: [0, 1] },
      { ids: [], plates: [2] },
    ]);
  });

  test.each<[name: string, row: string, params: Sent, message: RegExp]>([
    ['no list', EITHER, { port: 'a' }, /boatGet .*ids.*plates/],
    ['two lists', EITHER, { ids: [1], plates: [2] }, /boatGet .*one of .*ids.*plates/],
    ['no list, but a text', READ, { ids: '1,2' }, /boatGet .*ids/],
  ])('%s is an error, and nothing is sent', async (_, row, params, message) => {
    const { caller, sent } = fleet();
    const error = await rejectionOf(collect(batchesOf(caller, row, params)));
    expect(error).toMatchObject({ kind: 'config', operation: 'boatGet' });
    expect(String(error)).toMatch(message);
    expect(sent).toEqual([]);
  });
});

describe('all rows come in the order of the list', () => {
  test('whatever the order, number and time of the answers', async () => {
    const id = fc.integer({ min: 0, max: 50 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(id, { maxLength: 20 }),
        fc.infiniteStream(fc.nat(3)),
        fc.integer({ min: 1, max: 4 }),
        async (ids, chance, concurrency) => {
          const dice = () => chance.next().value ?? 0;
          const { caller } = fleet(async (sent) => {
            for (let turn = dice(); turn > 0; turn--) await Promise.resolve();
            const rows = listOf(sent.ids).flatMap((each) => Array(dice()).fill({ id: String(each) }));
            return { boats: rows.map((row, at) => ({ ...row, at })).sort(() => dice() - 1) };
          });
          const rows = await allOf(caller, READ, { ids }, { concurrency });
          const places = rows.map((row) => ids.indexOf(Number(Reflect.get(Object(row), 'id'))));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('by a field of the items, where those are objects', async () => {
    const { caller } = fleet((sent) => ({ boats: listOf(sent.pairs).toReversed() }));
    const pairs = ['c', 'a', 'b'].map((plate) => ({ plate, port: 'x' }));
    expect(await allOf(caller, PAIRS, { pairs })).toEqual(pairs);
  });

  test('a row that names no item comes behind the others of its call', async () => {
    const { caller } = fleet(({ ids }) => ({ boats: [{ id: 99 }, {}, ...boats({ ids }).boats] }));
    expect(await allOf(caller, READ, { ids: [1, 2, 3, 4] })).toEqual([
      { id: 1 },
      { id: 2 },
      { id: 3 },
      { id: 99 },
      {},
      { id: 4 },
      { id: 99 },
      {},
    ]);
  });

  test('an answer without a list has no rows; one with something else is an error', async () => {
    expect(await allOf(fleet().caller, READ, { ids: [1] })).toEqual([]);
    const error = await rejectionOf(allOf(fleet(() => ({ boats: 7 })).caller, READ, { ids: [1] }));
    expect(error).toMatchObject({ kind: 'response', problem: 'paging', operation: 'boatGet' });
  });

  test('the first failure is the error, and nothing more is sent', async () => {
    const error = refusal(20001);
    const { caller, sent } = fleet(failingAt(2, error));
    expect(await rejectionOf(allOf(caller, READ, { ids: upTo(9) }))).toBe(error);
    expect(sent).toHaveLength(2);
  });
});

describe('after a call that failed', () => {
  const TOKEN_INVALID = 10001;
  test.each<[name: string, error: unknown, options: object, calls: number]>([
    ['the rest is not sent', refusal(20001), {}, 2],
    ['the rest is sent on demand', refusal(20001), { onFailure: 'continue' }, 4],
    [
      'a failure that concerns every call ends it anyway',
      refusal(TOKEN_INVALID),
      { onFailure: 'continue' },
      2,
    ],
    ['no answer ends it anyway', new WeibanTimeoutError('late'), { onFailure: 'continue' }, 2],
  ])('%s', async (_, error, options, calls) => {
    const { caller, sent } = fleet(failingAt(2, error));
    const batches = await collect(batchesOf(caller, WRITE, { boats: upTo(10) }, options));
    expect(sent).toHaveLength(calls);
    expect(batches.map(({ ok }) => ok)).toEqual([true, false, true, true].slice(0, calls));
    expect(batches[1]).toMatchObject({ error, items: [3, 4, 5], from: 3, to: 6 });
  });

  test('what is not Weiban’s error passes through', async () => {
    const { caller } = fleet(failingAt(2, new RangeError('of a hook')));
    expect(await rejectionOf(collect(batchesOf(caller, WRITE, { boats: upTo(9) })))).toEqual(
      new RangeError('of a hook'),
    );
  });
});

describe('concurrency', () => {
  test.each([READ, SET.replace('boats', 'ids')])('%s: as many calls at once, in order', async (row) => {
    let running = 0;
    let most = 0;
    const { caller } = fleet(async (sent, count) => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < (count * 7) % 5; turn++) await Promise.resolve();
      running--;
      return boats(sent);
    });
    const batches = await collect(batchesOf(caller, row, { ids: upTo(30) }, { concurrency: 3 }));
    expect(batches.flatMap(({ items }) => items)).toEqual(upTo(30));
    expect(most).toBe(3);
  });

  test.each<[row: string, concurrency: number]>([
    [WRITE, 2],
    [READ, 0],
    [READ, Number.NaN],
  ])('%s cannot take %d, and nothing is sent', async (row, concurrency) => {
    const { caller, sent } = fleet();
    const params = { boats: upTo(9), ids: upTo(9) };
    expect(await rejectionOf(collect(batchesOf(caller, row, params, { concurrency })))).toMatchObject({
      kind: 'config',
    });
    expect(sent).toEqual([]);
  });

  test('whoever breaks off ends the calls under way', async () => {
    const { caller, options } = fleet((sent, count) =>
      count > 2 ? Promise.reject(new Error('nobody hears of this')) : boats(sent),
    );
    for await (const { from } of batchesOf(caller, READ, { ids: upTo(30) }, { concurrency: 4 })) {
      if (from > 0) break;
    }
    expect(options.at(-1)?.signal?.aborted).toBe(true);
  });
});

describe('cancellation', () => {
  test('ends a read at once, with the reason', async () => {
    const controller = new AbortController();
    const { caller, options } = fleet((sent) => boats(sent));
    const walk = batchesOf(caller, READ, { ids: upTo(9) }, { signal: controller.signal, timeout: 7 });
    expect((await walk.next()).value).toMatchObject({ to: 3 });
    controller.abort(new Error('enough'));
    expect(await rejectionOf(walk.next())).toEqual(new Error('enough'));
    expect(options).toMatchObject([{ signal: { aborted: true }, timeout: 7 }]);
  });

  test('lets a write that is under way end, tells how, and sends no more', async () => {
    const controller = new AbortController();
    const { caller, sent, options } = fleet((_, count) => {
      if (count === 2) controller.abort(new Error('enough'));
      return {};
    });
    const batches: unknown[] = [];
    const done = (async () => {
      for await (const { ok, to } of batchesOf(
        caller,
        WRITE,
        { boats: upTo(9) },
        { signal: controller.signal },
      ))
        batches.push([ok, to]);
    })();
    expect(await rejectionOf(done)).toEqual(new Error('enough'));
    expect(batches).toEqual([
      [true, 3],
      [true, 6],
    ]);
    expect(sent).toHaveLength(2);
    for (const option of options) expect(option?.signal).toBeUndefined();
  });
});
