import { describe, expect, test } from 'vitest';
import {
  createMemoryReplayStore,
  createWebhookReceiver,
  type ReplayStore,
  type WebhookReceiverOptions,
} from '../../src/webhooks/index.ts';
import { clock, created, key, posted, receiveId } from '../support/webhooks.ts';

const make = (more: Partial<WebhookReceiverOptions>) => {
  const errors: unknown[] = [];
  const receiver = createWebhookReceiver({
    ...key,
    receiveId,
    clock,
    onError: (error) => errors.push(error),
    ...more,
  });
  // Each delivery has a new nonce, like the vendor's redeliveries.
  const deliver = async (message: object) =>
    (await receiver.answer({ method: 'POST', ...posted(message) })).status;
  return { deliver, errors, receiver };
};

describe('a redelivery', () => {
  test('of a handled message is a success, and is not handled', async () => {
    const handled: unknown[] = [];
    const { deliver } = make({ onEvent: (event) => handled.push(event) });
    expect(await deliver(created)).toBe(200);
    expect(await deliver({ ...created, retry_count: 1 })).toBe(200);
    expect(handled).toEqual([created]);
    expect(await deliver({ ...created, id: 'another' })).toBe(200);
    expect(handled).toHaveLength(2);
  });

  // The documentation calls the id a UUID of the message, but does not say that two events never share one.
  test.each([
    ['status', { status: 'reply' }],
    ['event', { event: 'meeting_change' }],
    ['status that nobody knows', { status: 'close' }],
  ])(
    'has the same event and status: a message with the same id and another %s is handled',
    async (_, change) => {
      let handled = 0;
      const { deliver } = make({ onEvent: () => ++handled });
      for (const message of [created, { ...created, ...change }, { ...created, ...change, retry_count: 1 }])
        expect(await deliver(message)).toBe(200);
      expect(handled).toBe(2);
    },
  );

  test('of an identical request is not handled', async () => {
    let handled = 0;
    const { receiver } = make({ onEvent: () => ++handled });
    const request = { method: 'POST', ...posted(created) };
    expect(
      [await receiver.answer(request), await receiver.answer(request)].map(({ status }) => status),
    ).toEqual([200, 200]);
    expect(handled).toBe(1);
  });

  test('of a message that could not be handled is handled again', async () => {
    let tries = 0;
    const { deliver, errors } = make({
      onEvent: () => {
        if (++tries < 3) throw new Error(`try ${tries}`);
      },
    });
    const statuses = [
      await deliver(created),
      await deliver(created),
      await deliver(created),
      await deliver(created),
    ];
    expect(statuses).toEqual([500, 500, 200, 200]);
    expect(tries).toBe(3);
    expect(errors.map(String)).toEqual(['Error: try 1', 'Error: try 2']);
  });

  test.each([
    ['succeeds', false, 200],
    ['fails', true, 500],
  ])(
    'while the first is being handled waits, and gets the same result when that %s',
    async (_, fails, status) => {
      let end = () => {};
      const work = new Promise<void>((resolve, reject) => {
        end = fails ? () => reject(new Error('no')) : resolve;
      });
      let handled = 0;
      const { deliver, errors } = make({
        onEvent: () => {
          handled++;
          return work;
        },
      });
      const both = [deliver(created), deliver(created)];
      end();
      expect(await Promise.all(both)).toEqual([status, status]);
      expect(handled).toBe(1);
      expect(errors).toHaveLength(fails ? 1 : 0);
    },
  );

  test('of a message without an id is recognized by its text', async () => {
    let handled = 0;
    const { deliver } = make({ onEvent: () => ++handled });
    const { id, ...nameless } = created;
    for (const message of [nameless, nameless, { ...nameless, seq: 1 }])
      expect(await deliver(message)).toBe(200);
    expect(handled).toBe(2);
  });
});

describe('the store', () => {
  const claiming = (claim: ReplayStore['claim']) => make({ replays: { claim }, onEvent: () => undefined });
  const down = () => Promise.reject(new Error('the store is down'));
  const fine = () => Promise.resolve();

  test.each<[string, ReplayStore['claim'], boolean, number, number]>([
    ['another process handles the message', async () => 'running', false, 503, 0],
    ['another process has handled it', async () => 'done', false, 200, 0],
    ['it is unavailable: nothing is handled', down, true, 500, 1],
    [
      'it cannot remember that the message was handled: it counts as handled',
      async () => ({ finish: down, release: fine }),
      false,
      200,
      1,
    ],
  ])('when %s', async (_, claim, __, status, reported) => {
    const { deliver, errors } = claiming(claim);
    expect(await deliver(created)).toBe(status);
    expect(errors).toHaveLength(reported);
  });

  test('when a claim cannot be released, both failures are reported', async () => {
    const errors: unknown[] = [];
    const replays: ReplayStore = { claim: async () => ({ finish: fine, release: down }) };
    const onEvent = () => Promise.reject(new Error('the handler'));
    const { deliver } = make({ replays, onEvent, onError: (error) => errors.push(error) });
    expect(await deliver(created)).toBe(500);
    expect(errors.map(String)).toEqual(['Error: the handler', 'Error: the store is down']);
  });
});

describe('the memory store', () => {
  const handle = async (store: ReplayStore, name: string) => {
    const claim = await store.claim(name);
    if (typeof claim === 'object') await claim.finish();
    return typeof claim === 'object' ? 'new' : claim;
  };

  test('forgets after its time', async () => {
    let now = 0;
    const store = createMemoryReplayStore({ remember: 1000, clock: { now: () => now } });
    expect([await handle(store, 'a'), await handle(store, 'a')]).toEqual(['new', 'done']);
    now = 999;
    expect(await handle(store, 'a')).toBe('done');
    now = 1000;
    expect(await handle(store, 'a')).toBe('new');
  });

  test('is bounded: it forgets the oldest message', async () => {
    const store = createMemoryReplayStore({ capacity: 2 });
    for (const name of ['a', 'b', 'c']) await handle(store, name);
    expect([await handle(store, 'c'), await handle(store, 'b'), await handle(store, 'a')]).toEqual([
      'done',
      'done',
      'new',
    ]);
  });

  test('grants a message to one caller at a time', async () => {
    const store = createMemoryReplayStore();
    const claim = await store.claim('a');
    expect(await store.claim('a')).toBe('running');
    if (typeof claim === 'object') await claim.release();
    expect(await handle(store, 'a')).toBe('new');
  });

  test.each([{ remember: 0 }, { capacity: 0 }])('refuses %o', (options) => {
    expect(() => createMemoryReplayStore(options)).toThrow(/give a number above 0/);
  });
});
