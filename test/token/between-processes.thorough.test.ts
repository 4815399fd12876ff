import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const run = promisify(execFile);
const script = new URL('../support/update-token.ts', import.meta.url).pathname;
const inProcess = async (...args: string[]) =>
  JSON.parse((await run(process.execPath, ['--import', 'tsx', script, ...args])).stdout);

describe('between processes', () => {
  const places: [name: string, isThere: boolean, place: () => string][] = [
    ['file', true, newFile],
    ['redis', hasRedis, () => String(redis.port)],
  ];

  for (const [name, isThere, place] of places) {
    test.skipIf(!isThere)(`five processes that use ${name} at once make one token request`, async () => {
      const where = place();
      const names = ['1', '2', '3', '4', '5'];
      const found = await Promise.all(names.map((process) => inProcess(name, where, process)));
      expect(found.filter(({ hasAsked }) => hasAsked)).toHaveLength(1);
      expect(new Set(found.map((result) => result.token)).size).toBe(1);
    });
  }

  test('a lock that was left with a future time is abandoned like any other', async () => {
    const path = newFile();
    mkdirSync(`${path}.lock`);
    const inAnHour = new Date(Date.now() + 3_600_000);
    utimesSync(`${path}.lock`, inAnHour, inAnHour);
    const begun = performance.now();
    expect(await inProcess('file', path, 'next')).toEqual({ token: 'next', hasAsked: true });
    expect(performance.now() - begun).toBeLessThan(60_000);
  });

  test('a process that dies while it holds the file does not block the others', async () => {
    const path = newFile();
    await rejectionOf(inProcess('file', path, 'dies'));
    // proper-lockfile considers a lock abandoned after 10 s.
    expect(await inProcess('file', path, 'next')).toEqual({ token: 'next', hasAsked: true });
  });
});
