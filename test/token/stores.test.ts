import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileStore } from '../../src/file/index.ts';
import { createRedisStore } from '../../src/redis/index.ts';
import { createMemoryStore } from '../../src/token/memory-store.ts';
import type { StoredToken, TokenStore } from '../../src/token/token-store.ts';
import { rejectionOf } from '../support/over-server.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'weiban-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `tokens-${++files}.json`);

let redis: RedisServer;
beforeAll(async () => {
  if (hasRedis) redis = await startRedis();
});
afterAll(() => redis?.close());

const token = (name: string, issuedAt = 1): StoredToken => ({ token: name, issuedAt, lifetime: 60_000 });
const stores: [name: string, isThere: boolean, make: () => TokenStore][] = [
  ['memory', true, () => createMemoryStore()],
  ['file', true, () => createFileStore(newFile())],
  ['redis', hasRedis, () => createRedisStore(redis.connect(), { prefix: `p${++files}` })],
];

describe.each(stores)('the %s store', (_, isThere, make) => {
  test.skipIf(!isThere)('keeps a token for each key', async () => {
    const store = make();
    expect(await store.read('a')).toBeUndefined();
    expect(await store.update('a', async (stored) => stored ?? token('one'))).toEqual(token('one'));
    expect(await store.update('b', async (stored) => stored ?? token('two'))).toEqual(token('two'));
    expect(await store.read('a')).toEqual(token('one'));
    expect(await store.update('a', async (stored) => stored ?? token('three'))).toEqual(token('one'));
  });

  test.skipIf(!isThere)('lets one caller at a time change a key', async () => {
    const store = make();
    let inside = 0;
    let changes = 0;
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.update('a', async (stored) => {
          expect(++inside).toBe(1);
          // Long enough for another caller to come in.
          await setImmediate();
          inside--;
          return stored ?? token(`${++changes}`);
        }),
      ),
    );
    expect(new Set(results.map((result) => result.token))).toEqual(new Set(['1']));
  });

  test.skipIf(!isThere)('a token from a machine with a fast clock can be replaced', async () => {
    const store = make();
    await store.update('a', async () => token('rejected', 3_600_000));
    expect(await store.update('a', async () => token('good', 2))).toEqual(token('good', 2));
    expect(await store.read('a')).toEqual(token('good', 2));
  });

  test.skipIf(!isThere)('a failed change writes nothing and does not block others', async () => {
    const store = make();
    await store.update('a', async () => token('one'));
    expect(await rejectionOf(store.update('a', () => Promise.reject(new Error('no'))))).toEqual(
      new Error('no'),
    );
    expect(await store.update('a', async (stored) => token(`${stored?.token} more`, 2))).toEqual(
      token('one more', 2),
    );
  });
});

describe('the file', () => {
  test('is readable only by its owner, even if it was open before, and leaves no other files', async () => {
    const path = newFile();
    writeFileSync(path, '{}', { mode: 0o644 });
    await createFileStore(path).update('a', async () => token('one'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith(`tokens-${files}.`))).toEqual([
      `tokens-${files}.json`,
    ]);
  });

  test.each(['', '{"a":', '[]', 'null', '{"a":{"token":7}}'])(
    'with the content %j counts as empty',
    async (text) => {
      const path = newFile();
      writeFileSync(path, text);
      const store = createFileStore(path);
      expect(await store.read('a')).toBeUndefined();
      await store.update('a', async (stored) => stored ?? token('one'));
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a: token('one') });
    },
  );

  test('in a missing folder is rejected at once', () => {
    expect(() => createFileStore(join(folder, 'no', 'tokens.json'))).toThrow(
      /folder .*no does not exist.*create it/,
    );
  });
});

describe('an update that lost its lock', () => {
  const file = newFile();
  const losses: [name: string, isThere: boolean, make: () => TokenStore, loseLock: () => unknown][] = [
    ['file', true, () => createFileStore(file), () => rmSync(`${file}.lock`, { recursive: true })],
    [
      'redis',
      hasRedis,
      () => createRedisStore(redis.connect(), { prefix: 'lost' }),
      () => redis.connect().del('lost:{a}:lock'),
    ],
  ];

  for (const [name, isThere, make, loseLock] of losses) {
    test.skipIf(!isThere)(`does not replace a newer token with an older one in ${name}`, async () => {
      const store = make();
      await store.update('a', async () => token('first'));
      const late = store.update('a', async () => {
        await loseLock();
        await store.update('a', async () => token('new', 3));
        return token('old', 2);
      });
      expect(await late).toEqual(token('new', 3));
      expect(await store.read('a')).toEqual(token('new', 3));
    });
  }
});

describe.skipIf(!hasRedis)('Redis', () => {
  test('that is unavailable makes the store reject soon', async () => {
    const server = await startRedis();
    const store = createRedisStore(server.connect());
    await store.update('a', async () => token('one'));
    await server.kill();
    expect(await rejectionOf(store.read('a'))).toBeInstanceOf(Error);
    expect(await rejectionOf(store.update('a', async () => token('two')))).toBeInstanceOf(Error);
    await server.close();
  });
});
