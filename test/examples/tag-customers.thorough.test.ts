import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { environmentOf, startExample } from './start-example.ts';

const TAG = 'etEXAMPLEAAAAexampleTag000000001';

describe.skipIf(!hasRedis)('a tag job over several processes, with redis-server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-tags-'));
  const file = join(folder, 'customers.txt');
  const customers = Array.from({ length: 60 }, (_, at) => `wmCUSTOMER${at}`);
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
    writeFileSync(file, `${customers.join('\n')}\n`);
  });
  afterAll(async () => {
    await redis.close();
    rmSync(folder, { recursive: true });
  });

  test('three processes tag each customer once, within limits that would refuse two', async () => {
    // The documented limit is five calls in flight: three processes with five each would be refused and retry.
    await using sandbox = await startSandbox({ latency: 30, rows: 5 });
    for (const id of customers) sandbox.put('externalUserList', { id });
    const env = { ...environmentOf(sandbox), REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const start = (job: string) => startExample('tag-customers', [job, TAG, file], env).ended;
    const called = () =>
      sandbox.requests
        .filter(({ operation }) => operation === 'tagBatchUpdate')
        .map(({ body }) => JSON.parse(body).external_user_id);

    const results = await Promise.all([start('once'), start('once'), start('once')]);
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(called().sort()).toEqual([...customers].sort());
    const tagged = results.map(({ output }) => Number(/"tagged":(\d+)/.exec(output)?.[1]));
    expect(tagged.reduce((a, b) => a + b)).toBe(60);
    expect(results.some(({ output }) => output.includes('0 of 60 left'))).toBe(true);
    expect(sandbox.requests.filter(({ operation }) => operation === 'accessTokenGet')).toHaveLength(1);
  });

  test('a customer who cannot be tagged is reported and skipped; another run repeats failures', async () => {
    await using sandbox = await startSandbox({ rows: 5 });
    for (const id of customers) sandbox.put('externalUserList', { id });
    const env = { ...environmentOf(sandbox), REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const start = () => startExample('tag-customers', ['again', TAG, file], env).ended;
    sandbox.when('tagBatchUpdate', 'error:TaggingCustomerNotFound', { times: 1 });
    sandbox.when('tagBatchUpdate', 'error:TagIdToAddInvalid', { after: 1, times: 2 });
    const first = await start();
    expect(first).toMatchObject({ code: 1, output: expect.stringContaining(': TaggingCustomerNotFound') });
    expect(first.output).toContain('{"tagged":57,"impossible":1,"failed":2}, 2 of 60 left');
    const second = await start();
    expect(second).toMatchObject({
      code: 0,
      output: expect.stringContaining('{"tagged":2,"impossible":0,"failed":0}, 0 of 60 left'),
    });
  });

  test('without arguments it prints its usage', async () => {
    expect(await startExample('tag-customers', [], {}).ended).toMatchObject({
      code: 2,
      output: expect.stringContaining('Give the name of the job'),
    });
  });
});
