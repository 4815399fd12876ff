import { once } from 'node:events';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Gate, GateCall } from '../../src/limits/gate.ts';
import {
  createRedisGate,
  createRedisReplayStore,
  createRedisStore,
  type RedisGateOptions,
} from '../../src/redis/index.ts';
import { rejectionOf } from '../support/over-server.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';

const signal = new AbortController().signal;

let companies = 0;
/** A call of a new company, so that tests do not affect each other. */
const someCall = (change: Partial<GateCall> = {}): GateCall => ({
  company: `company-${++companies}`,
  endpoint: '/open-api/a',
  limit: 'r',
  inFlight: 5,
  windows: [[300, 10]],
  ...change,
});

/** Enters, and asks again as long as it has to wait. */
async function enter(gate: Gate, call: GateCall): Promise<() => void> {
  for (;;) {
    const answer = await gate.enter(call, signal);
    if (typeof answer === 'function') return answer;
    await new Promise((resolve) => setTimeout(resolve, answer.wait));
  }
}

describe.skipIf(!hasRedis)('limits through a real redis-server', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());
  const gateOf = (options?: RedisGateOptions) =>
    createRedisGate(server.connect(), { onAway: () => undefined, ...options });

  test('two gates share the places in flight', async () => {
    const call = someCall({ inFlight: 2 });
    const [one, two] = [gateOf(), gateOf()];
    const first = await enter(one, call);
    await enter(two, call);
    let isIn = false;
    const third = enter(two, call).then(() => {
      isIn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isIn).toBe(false);
    first();
    await third;
  });

  test('two gates share a window, and a refusal says how long to wait', async () => {
    const call = someCall({ windows: [[5000, 2]] });
    const [one, two] = [gateOf(), gateOf()];
    (await enter(one, call))();
    (await enter(two, call))();
    const refusal = await one.enter(call, signal);
    expect(refusal).toMatchObject({ paused: false });
    expect(Reflect.get(refusal, 'wait')).toBeGreaterThan(3000);
    expect(Reflect.get(refusal, 'wait')).toBeLessThanOrEqual(5000);
    expect(typeof (await one.enter({ ...call, endpoint: '/open-api/b' }, signal))).toBe('function');
  });

  test('a call counts while it is in flight, and from its end', async () => {
    const call = someCall({ windows: [[1000, 1]] });
    const gate = gateOf();
    const leave = await enter(gate, call);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await gate.enter(call, signal)).toMatchObject({ wait: 20 });
    leave();
    const { wait } = Object(await gate.enter(call, signal));
    expect(wait).toBeGreaterThan(500);
  });

  test('a refused window gives the place in flight back', async () => {
    const call = someCall({ inFlight: 1, windows: [[10_000, 1]] });
    const gate = gateOf();
    (await enter(gate, call))();
    expect(await gate.enter(call, signal)).toHaveProperty('wait');
    expect(typeof (await gate.enter({ ...call, endpoint: '/open-api/b' }, signal))).toBe('function');
  });

  test('a pause holds the class in the other process, and the longer pause counts', async () => {
    const call = someCall();
    const [one, two] = [gateOf(), gateOf()];
    (await enter(two, call))();
    one.pause(call, 5000);
    one.pause(call, 10);
    await vi.waitFor(async () => {
      const answer = await two.enter(call, signal);
      if (typeof answer === 'function') answer();
      expect(answer).toMatchObject({ paused: true });
      expect(Reflect.get(answer, 'wait')).toBeGreaterThan(4000);
    });
    expect(typeof (await two.enter({ ...call, limit: 'w' }, signal))).toBe('function');
  });

  test('an abort while waiting for a place leaves nothing behind', async () => {
    const call = someCall({ inFlight: 1 });
    const gate = gateOf();
    const leave = await enter(gate, call);
    const controller = new AbortController();
    const waiting = rejectionOf(gate.enter(call, controller.signal));
    controller.abort('enough');
    expect(await waiting).toBe('enough');
    leave();
    expect(typeof (await enter(gate, call))).toBe('function');
  });

  test('a process whose clock is 61 s ahead takes no place from the others', async () => {
    const call = someCall({ inFlight: 1 });
    const [one, two] = [gateOf(), gateOf()];
    const leave = await enter(one, call);
    const now = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 61_000);
    const stop = new AbortController();
    const waiting = rejectionOf(two.enter(call, stop.signal));
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop.abort('still held');
    expect(await waiting).toBe('still held');
    leave();
  });

  test('a Redis whose clock was set back gives places and windows free as usual', async () => {
    const call = someCall({ inFlight: 1, windows: [[500, 1]] });
    const [redis, gate] = [server.connect(), gateOf()];
    (await enter(gate, call))();
    const anHourAhead = Date.now() + 3_600_000;
    for (const name of ['in-flight', `calls:${call.endpoint}`])
      await redis.zadd(`weiban:{${call.company}}:${name}`, anHourAhead, 'of a dead process');
    await vi.waitFor(async () => {
      const { wait } = Object(await gate.enter(call, signal));
      expect(wait).toBeGreaterThan(20);
      expect(wait).toBeLessThanOrEqual(500);
    });
  });

  test('all keys begin with the prefix, so access rights to it suffice', async () => {
    const prefix = `only-${++companies}`;
    const admin = server.connect();
    // The commands that docs/redis.md lists.
    const commands =
      'EVAL TIME GET SET DEL EXISTS PTTL PEXPIRE ZADD ZREM ZCOUNT ZRANGEBYSCORE ZREMRANGEBYSCORE'.split(' ');
    const rights = commands.map((command) => `+${command}`);
    await admin.call('ACL', 'SETUSER', 'app', 'on', '>pw', `~${prefix}:*`, ...rights);
    const redis = new Redis({
      port: server.port,
      host: '127.0.0.1',
      username: 'app',
      password: 'pw',
      enableReadyCheck: false,
    });
    redis.on('error', () => undefined);
    const onAway = vi.fn();
    const call = someCall();
    const gate = createRedisGate(redis, { prefix, onAway });
    (await enter(gate, call))();
    gate.pause(call, 1);
    const token = { token: 'one', issuedAt: 1, lifetime: 60_000 };
    expect(await createRedisStore(redis, { prefix }).update('a', async () => token)).toEqual(token);
    expect(typeof (await createRedisReplayStore(redis, { prefix }).claim('a'))).toBe('object');
    // Until the keys were checked once.
    await new Promise((resolve) => setTimeout(resolve, 700));
    (await enter(gate, call))();
    expect(onAway).not.toHaveBeenCalled();
    redis.disconnect();
    expect((await admin.keys('*')).filter((key) => !/^(only-\d+|weiban):/.test(key))).toEqual([]);
  });

  test('a program that disconnects right after its last call leaves no place and no lock behind', async () => {
    const call = someCall();
    const [redis, admin] = [server.connect(), server.connect()];
    const leave = await enter(createRedisGate(redis), call);
    await createRedisStore(redis).update(call.company, async () => ({
      token: 'a',
      issuedAt: 1,
      lifetime: 9000,
    }));
    leave();
    redis.disconnect();
    await vi.waitFor(async () => expect(await admin.zcard(`weiban:{${call.company}}:in-flight`)).toBe(0));
    expect(await admin.exists(`weiban:{${call.company}}:lock`)).toBe(0);
  });

  test('no window as a server counts it has too many calls, however two processes share it', async () => {
    const [span, most] = [200, 12];
    const call = someCall({ windows: [[span, most]] });
    const counted: number[] = [];
    const work = async (gate: Gate) => {
      for (let round = 0; round < 25; round++) {
        const leave = await enter(gate, call);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
        counted.push(performance.now());
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
        leave();
      }
    };
    const [one, two] = [gateOf(), gateOf()];
    await Promise.all([work(one), work(one), work(two), work(two)]);
    counted.sort((a, b) => a - b);
    for (const from of counted) {
      expect(counted.filter((at) => at >= from && at < from + span).length).toBeLessThanOrEqual(most);
    }
  });
});

describe.skipIf(!hasRedis)('when redis-server becomes unavailable', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterEach(async () => {
    await server.kill();
    await server.restart();
  });
  afterAll(() => server.close());

  test('continues within its share, says so once, and reports its calls when it comes back', async () => {
    const onAway = vi.fn();
    const onBack = vi.fn();
    const gate = createRedisGate(server.connect(), { processes: 2, rejoinAfter: 300, onAway, onBack });
    const call = someCall({ windows: [[60_000, 10]] });
    for (let count = 0; count < 2; count++) (await enter(gate, call))();
    await server.kill();
    // 8 calls remained, and there are two processes.
    for (let count = 0; count < 3; count++) (await enter(gate, call))();
    expect(onAway).toHaveBeenCalledTimes(1);
    expect(await gate.enter(call, signal)).toMatchObject({ paused: false });

    await server.restart();
    const other = { ...call, endpoint: '/open-api/b' };
    await vi.waitFor(
      async () => {
        const answer = await gate.enter(other, signal);
        if (typeof answer === 'function') answer();
        expect(onBack).toHaveBeenCalledTimes(1);
      },
      { timeout: 15_000, interval: 200 },
    );
    expect(onAway).toHaveBeenCalledTimes(1);
    // The restarted Redis knows the five calls.
    const fresh = createRedisGate(server.connect());
    for (let count = 0; count < 5; count++) (await enter(fresh, call))();
    expect(await fresh.enter(call, signal)).toHaveProperty('wait');
  });

  test('a restart is noticed while no command is sent, and the new Redis gets the earlier calls', async () => {
    const redis = server.connect();
    const gate = createRedisGate(redis, { rejoinAfter: 100, onAway: () => undefined });
    const call = someCall({ windows: [[60_000, 10]] });
    for (let count = 0; count < 2; count++) (await enter(gate, call))();
    await server.kill();
    await server.restart();
    const key = `weiban:{${call.company}}:calls:${call.endpoint}`;
    await vi.waitFor(async () => expect(await redis.zcard(key)).toBe(2), { timeout: 15_000 });
    const fresh = createRedisGate(server.connect());
    for (let count = 0; count < 8; count++) (await enter(fresh, call))();
    expect(await fresh.enter(call, signal)).toHaveProperty('wait');
  });

  test('a connection that the server closed because it was idle is not an outage', async () => {
    const onAway = vi.fn();
    const onBack = vi.fn();
    const redis = server.connect();
    const gate = createRedisGate(redis, { rejoinAfter: 60_000, onAway, onBack });
    const call = someCall({ windows: [[60_000, 10]] });
    (await enter(gate, call))();
    const again = once(redis, 'ready');
    await server.connect().call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await again;
    // The gate checks half a second later.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(typeof (await gate.enter(call, signal))).toBe('function');
    expect(onAway).not.toHaveBeenCalled();
    expect(onBack).not.toHaveBeenCalled();
  });

  test('after a hang it stays within its share until the others have reported their calls', async () => {
    const redis = server.connect();
    const gate = createRedisGate(redis, { processes: 2, rejoinAfter: 60_000, onAway: () => undefined });
    const call = someCall({ windows: [[120_000, 10]] });
    (await enter(gate, call))();
    server.hang();
    // 9 calls remained, and there are two processes.
    for (let count = 0; count < 4; count++) (await enter(gate, call))();
    server.wake();
    const key = `weiban:{${call.company}}:calls:${call.endpoint}`;
    await vi.waitFor(async () => expect(await redis.zcard(key)).toBe(5), { timeout: 15_000 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await gate.enter(call, signal)).toHaveProperty('wait');
  });

  test('a place granted across a loss is given back, and the call waits', async () => {
    const redis = server.connect();
    const gate = createRedisGate(redis, { rejoinAfter: 100, onAway: () => undefined });
    const call = someCall({ inFlight: 1, windows: [[60_000, 10]] });
    (await enter(gate, call))();
    const pending = gate.enter(call, signal);
    // As ioredis emits it, before Redis has answered.
    redis.emit('reconnecting', 1);
    expect(await pending).toMatchObject({ wait: expect.any(Number), paused: false });
    const other = createRedisGate(server.connect());
    (await enter(other, call))();
  });

  const losses: [name: string, lose: (redis: Redis, call: GateCall) => Promise<unknown>][] = [
    ['flushed', (redis) => redis.flushall()],
    ['evicted', (redis, call) => redis.del(`weiban:{${call.company}}:calls:${call.endpoint}`)],
  ];
  test.each(losses)(
    'keys that were %s are noticed by an idle process, told once and restored',
    async (_, lose) => {
      const [onAway, onBack] = [vi.fn(), vi.fn()];
      const redis = server.connect();
      const gate = createRedisGate(redis, { onAway, onBack, rejoinAfter: 500 });
      const call = someCall({ inFlight: 2, windows: [[60_000, 10]] });
      for (let count = 0; count < 2; count++) (await enter(gate, call))();
      await enter(gate, call);
      await lose(redis, call);
      await vi.waitFor(() => expect(onBack).toHaveBeenCalledTimes(1), { timeout: 5000 });
      expect(onAway).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'WEIBAN_KEYS_LOST' }));
      // One of two places, and three of ten calls.
      const fresh = createRedisGate(server.connect());
      for (let count = 0; count < 7; count++) (await enter(fresh, call))();
      expect(await fresh.enter(call, signal)).toHaveProperty('wait');
      expect(await redis.zcard(`weiban:{${call.company}}:in-flight`)).toBe(1);
    },
  );

  test('a flushed Redis is not used before the other processes have reported their calls', async () => {
    const call = someCall({ windows: [[60_000, 10]] });
    const [one, two] = [0, 1].map(() => createRedisGate(server.connect(), { onAway: () => undefined }));
    if (!one || !two) throw new Error('unreachable');
    for (let count = 0; count < 8; count++) (await enter(one, call))();
    await server.connect().flushall();
    for (let count = 0; count < 2; count++) (await enter(two, call))();
    expect(await two.enter(call, signal)).toHaveProperty('wait');
  });

  const unusable: [
    name: string,
    spoil: (redis: Redis) => Promise<unknown>,
    mend: (redis: Redis) => Promise<unknown>,
  ][] = [
    ['is read-only', (redis) => redis.replicaof('127.0.0.1', '1'), (redis) => redis.replicaof('NO', 'ONE')],
    [
      'is out of memory',
      (redis) => redis.config('SET', 'maxmemory', '1'),
      (redis) => redis.config('SET', 'maxmemory', '0'),
    ],
    [
      'denies a command',
      (redis) => redis.call('ACL', 'SETUSER', 'default', '-zadd'),
      (redis) => redis.call('ACL', 'SETUSER', 'default', '+@all'),
    ],
  ];
  test.each(unusable)(
    'a Redis that answers and %s is away until it can be used, told once',
    async (_, spoil, mend) => {
      const [onAway, onBack] = [vi.fn(), vi.fn()];
      const admin = server.connect();
      const gate = createRedisGate(server.connect(), { processes: 2, rejoinAfter: 300, onAway, onBack });
      const call = someCall({ windows: [[60_000, 10]] });
      (await enter(gate, call))();
      await spoil(admin);
      // 9 calls remained, and there are two processes.
      for (let count = 0; count < 4; count++) (await enter(gate, call))();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(await gate.enter(call, signal)).toHaveProperty('because');
      expect([onAway.mock.calls.length, onBack.mock.calls.length]).toEqual([1, 0]);
      await mend(admin);
      await vi.waitFor(() => expect(onBack).toHaveBeenCalledTimes(1), { timeout: 3000 });
      for (let count = 0; count < 5; count++) (await enter(gate, call))();
      expect(onAway).toHaveBeenCalledTimes(1);
      expect(await admin.zcard(`weiban:{${call.company}}:calls:${call.endpoint}`)).toBe(10);
    },
  );

  test('a process that sent nothing while Redis was read-only does not rush ahead of the others afterwards', async () => {
    const call = someCall({ windows: [[60_000, 10]] });
    const admin = server.connect();
    const [one, two] = [0, 1].map(() =>
      createRedisGate(server.connect(), { processes: 2, onAway: () => undefined }),
    );
    if (!one || !two) throw new Error('unreachable');
    for (const gate of [one, two]) (await enter(gate, call))();
    await admin.replicaof('127.0.0.1', '1');
    await new Promise((resolve) => setTimeout(resolve, 1600));
    await admin.replicaof('NO', 'ONE');
    expect(await two.enter(call, signal)).toHaveProperty('because');
  });

  test('many gates of one connection add one listener to it', async () => {
    const redis = server.connect();
    const before = redis.listenerCount('reconnecting');
    for (let count = 0; count < 20; count++) createRedisGate(redis);
    expect(redis.listenerCount('reconnecting')).toBe(before + 1);
    expect(redis.listenerCount('ready')).toBeLessThanOrEqual(1);
  });

  test('the warning names neither the server nor the call', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const redis = server.connect();
    const gate = createRedisGate(redis);
    const call = someCall();
    (await enter(gate, call))();
    await server.kill();
    await enter(gate, call);
    expect(warn).toHaveBeenCalledTimes(1);
    const [text, options] = warn.mock.calls[0] ?? [];
    expect(options).toEqual({ code: 'WEIBAN_REDIS_AWAY' });
    expect(String(text)).not.toMatch(/127\.0\.0\.1|\d{4}|company/);
    warn.mockRestore();
  });
});
