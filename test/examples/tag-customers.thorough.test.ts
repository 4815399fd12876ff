import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
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
    for (const { output } of results) expect(output).toContain('0 of 60 left');
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

  /** A Weiban that remembers which customers got the tag. While `isHanging`, it tags and never answers. */
  async function startRemembering(latency: number) {
    const sandbox = await startSandbox({ latency, limits: false, rows: 5 });
    const { clientOptions } = sandbox;
    const { tag_name, tag_group } = (
      await createWeiban({ ...clientOptions, limits: false }).tag.v2List({ tag_id: TAG })
    ).tag_list[0] ?? { tag_name: '', tag_group: '' };
    const state = { sandbox, writes: new Map<string, number>(), questions: 0, isHanging: false };
    sandbox.when('tagBatchUpdate', {
      decide({ body }) {
        const customer = JSON.parse(body).external_user_id;
        state.writes.set(customer, (state.writes.get(customer) ?? 0) + 1);
        return state.isHanging ? { stall: 'headers' } : undefined;
      },
    });
    sandbox.when('externalUserGet', {
      decide({ query }) {
        state.questions++;
        const tags = state.writes.has(String(query.id)) ? [{ name: tag_name, group: tag_group }] : [];
        const external_user = { id: query.id, follow_staffs: [{ staff_id: 'zhangsan', tags }] };
        return { answer: { body: { errcode: 0, errmsg: 'ok', external_user } } };
      },
    });
    return state;
  }

  const once = () => new Map(customers.map((customer) => [customer, 1]));
  const sorted = (writes: ReadonlyMap<string, number>) => new Map([...writes].sort());

  test('a process is killed with five calls sent and not answered: nothing is lost, nothing is sent twice', async () => {
    const state = await startRemembering(0);
    await using sandbox = state.sandbox;
    const env = { ...environmentOf(sandbox), REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const start = () => startExample('tag-customers', ['killed', TAG, file], env);
    state.isHanging = true;
    const victim = start();
    await expect.poll(() => state.writes.size, { timeout: 30_000 }).toBe(5);
    victim.kill('SIGKILL');
    expect((await victim.ended).code).toBe(null);
    state.isHanging = false;
    const results = await Promise.all([start().ended, start().ended]);
    for (const { code, output } of results) {
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain('"failed":0}, 0 of 60 left');
    }
    expect(sorted(state.writes)).toEqual(sorted(once()));
    // Weiban was asked about exactly those whose answers were lost.
    expect(state.questions).toBe(5);
  });

  test('processes that are killed again and again lose nothing and send nothing twice', async () => {
    const state = await startRemembering(150);
    await using sandbox = state.sandbox;
    const env = { ...environmentOf(sandbox), REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const start = () => startExample('tag-customers', ['again-and-again', TAG, file], env);
    const survivor = start();
    for (const kills of [7, 22, 37]) {
      const victim = start();
      await expect.poll(() => state.writes.size, { timeout: 60_000, interval: 5 }).toBeGreaterThan(kills);
      victim.kill('SIGKILL');
      await victim.ended;
    }
    const { code, output } = await survivor.ended;
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('0 of 60 left') });
    expect(sorted(state.writes)).toEqual(sorted(once()));
  });

  test('an answer that is lost on the way is asked about, not sent again', async () => {
    const state = await startRemembering(0);
    await using sandbox = state.sandbox;
    for (const id of customers) sandbox.put('externalUserList', { id });
    const env = { ...environmentOf(sandbox), REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const [first = ''] = customers;
    sandbox.when('tagBatchUpdate', {
      decide({ body }) {
        const customer = JSON.parse(body).external_user_id;
        state.writes.set(customer, (state.writes.get(customer) ?? 0) + 1);
        return customer === first ? { reset: true } : undefined;
      },
    });
    const { code, output } = await startExample('tag-customers', ['lost', TAG, file], env).ended;
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('{"tagged":60,') });
    expect(sorted(state.writes)).toEqual(sorted(once()));
    expect(state.questions).toBe(1);
  });

  test('an unknown tag is told before anything is done', async () => {
    await using sandbox = await startSandbox({ rows: 5 });
    const env = { ...environmentOf(sandbox), REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const { code, output } = await startExample('tag-customers', ['unknown', 'etNONE', file], env).ended;
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringContaining('There is no tag etNONE'),
    });
    expect(sandbox.requests.filter(({ operation }) => operation === 'tagBatchUpdate')).toEqual([]);
  });

  test('without arguments it prints its usage', async () => {
    expect(await startExample('tag-customers', [], {}).ended).toMatchObject({
      code: 2,
      output: expect.stringContaining('Give the name of the job'),
    });
  });
});
