import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWebhookSender } from '../../src/webhooks/index.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { EXPECTED_OUTPUT } from './expected-output.ts';
import { type Program, programs } from './programs.ts';
import { folderOf, RUN, runProgram } from './run-program.ts';

const WEBHOOK = {
  WEIBAN_WEBHOOK_TOKEN: 'token',
  WEIBAN_WEBHOOK_AES_KEY: 'b'.repeat(43),
  WEIBAN_WEBHOOK_RECEIVE_ID: 'ww0123456789abcdef',
};
const needsRedis = ({ text }: Program) => text.includes("'ioredis'");
const listens = ({ text }: Program) => text.includes('.listen(Number(');
const isPlain = (program: Program) => !needsRedis(program) && !listens(program);
const named = (isMeant: (program: Program) => boolean) =>
  programs.filter(isMeant).map((program) => [program.name, program] as const);

beforeAll(() => rmSync(RUN, { recursive: true, force: true }));

test('every expected output belongs to a program', () => {
  const names = programs.map(({ name }) => name);
  expect(Object.keys(EXPECTED_OUTPUT).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(named(isPlain))('%s runs', async (_, program) => {
  await runAsExpected(program);
});

test.each(named(listens))('%s receives pushed messages', async (_, program) => {
  const { output } = await runProgram(program, {
    env: { ...WEBHOOK, PORT: '0' },
    async onPort(port) {
      const sender = createWebhookSender({
        token: WEBHOOK.WEIBAN_WEBHOOK_TOKEN,
        encodingAesKey: WEBHOOK.WEIBAN_WEBHOOK_AES_KEY,
        receiveId: WEBHOOK.WEIBAN_WEBHOOK_RECEIVE_ID,
        url: `http://127.0.0.1:${port}/weiban`,
      });
      expect(await sender.verifyUrl()).toMatchObject({ ok: true });
      const created = {
        id: '1',
        event: 'work_order_change',
        status: 'create',
        msg_data: { order_no: 'WO-1' },
      };
      expect(await sender.send(created)).toMatchObject({ status: 200 });
      expect(await sender.send({ event: 'something_new' })).toMatchObject({ status: 200 });
    },
  });
  expect(output).toBe("WO-1\n{ event: 'something_new' }\n");
});

describe.skipIf(!hasRedis)('with redis-server', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  test.each(named(needsRedis))('%s runs', async (_, program) => {
    await runAsExpected(program, { REDIS_URL: `redis://127.0.0.1:${redis.port}` });
  });
});

test('the guide on recordings names the written file', async () => {
  const program = programs.find(({ text }) => text.includes("folder: '.weiban-recordings'"));
  expect(await runProgram(program!)).toMatchObject({ code: 0 });
  const folder = join(folderOf(program!, 'run'), '.weiban-recordings/externalUserList');
  const files = readdirSync(folder).filter((name) => /^live-\w+\.json$/.test(name));
  expect(files).toHaveLength(1);
  expect(readFileSync(join(folder, files[0]!), 'utf8')).toContain('"external_user_list"');
});

async function runAsExpected(program: Program, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const { code, output } = await runProgram(program, { env });
  expect(output).toMatch(EXPECTED_OUTPUT[program.name] ?? /^/);
  expect({ code, output }).toMatchObject({ code: 0 });
}
