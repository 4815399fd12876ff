import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRedisReplayStore } from '../../src/redis/index.ts';
import { createWebhookReceiver, type ReplayStore } from '../../src/webhooks/index.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { clock, created, key, posted, receiveId } from '../support/webhooks.ts';

describe.skipIf(!hasRedis)('the replay store in a real redis-server', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());
  beforeEach(() => server.connect().flushall());

  const claimed = async (store: ReplayStore, name = 'a') => {
    const claim = await store.claim(name);
    if (typeof claim === 'string') throw new Error(`it is ${claim}`);
    return claim;
  };

  test('grants a message to one process at a time, and to none once it is handled', async () => {
    const [here, there] = [
      createRedisReplayStore(server.connect()),
      createRedisReplayStore(server.connect()),
    ];
    const claim = await claimed(here);
    expect(await there.claim('a')).toBe('running');
    await claim.finish();
    expect([await here.claim('a'), await there.claim('a')]).toEqual(['done', 'done']);
    expect(typeof (await there.claim('b'))).toBe('object');
  });

  test('grants a message that could not be handled to the next process', async () => {
    const [here, there] = [
      createRedisReplayStore(server.connect()),
      createRedisReplayStore(server.connect()),
    ];
    await (await claimed(here)).release();
    await claimed(there);
  });

  test('a claim with an expired lease does not release the claim of the next process', async () => {
    const redis = server.connect();
    const store = createRedisReplayStore(redis);
    const first = await claimed(store);
    // As if its lease had expired.
    await redis.del('weiban:webhook:a');
    await claimed(store);
    await first.release();
    expect(await store.claim('a')).toBe('running');
  });

  test('Redis itself expires a claim after its lease and a handled message after its time', async () => {
    const redis = server.connect();
    const store = createRedisReplayStore(redis, { prefix: 'p', lease: 5000, remember: 90_000 });
    const claim = await claimed(store);
    expect(await redis.pttl('p:webhook:a')).toSatisfy((ms: number) => ms > 0 && ms <= 5000);
    await claim.finish();
    expect(await redis.pttl('p:webhook:a')).toSatisfy((ms: number) => ms > 5000 && ms <= 90_000);
  });

  test('two receivers handle each message once, and none while Redis is unavailable', async () => {
    const handled: unknown[] = [];
    const errors: unknown[] = [];
    const receivers = [0, 1].map(() =>
      createWebhookReceiver({
        ...key,
        receiveId,
        clock,
        replays: createRedisReplayStore(server.connect()),
        onEvent: (event) => handled.push(event),
        onError: (error) => errors.push(error),
      }),
    );
    const deliver = async (message: object) =>
      Promise.all(
        receivers.map(async ({ answer }) => (await answer({ method: 'POST', ...posted(message) })).status),
      );
    for (const status of await deliver(created)) expect([200, 503]).toContain(status);
    expect(await deliver(created)).toEqual([200, 200]);
    expect(handled).toHaveLength(1);
    await server.kill();
    expect(await deliver({ ...created, id: '2' })).toEqual([500, 500]);
    expect(handled).toHaveLength(1);
    expect(errors).toHaveLength(2);
    await server.restart();
  });

  test.each([{ lease: 0 }, { remember: Number.NaN }])('refuses %o', (options) => {
    expect(() => createRedisReplayStore(server.connect(), options)).toThrow(/give a number above 0/);
  });
});
