import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { hasRedis, startRedis } from '../../support/redis-server.ts';
import { answerOf } from './served.ts';

/** Starts the program with a Redis for token and limits. `told` is what it writes to standard error. */
async function serve(redisUrl: string) {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--import', 'tsx', 'src/cli/main.ts', 'mcp', '--allow-http', '--base-url', sandbox.url],
    env: {
      PATH: process.env.PATH ?? '',
      LANG: 'C',
      WEIBAN_CORP_ID: sandbox.corpId,
      WEIBAN_SECRET: sandbox.secret,
      WEIBAN_REDIS_URL: redisUrl,
    },
    stderr: 'pipe',
  });
  let told = '';
  transport.stderr?.on('data', (chunk) => {
    told += chunk;
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return { client, sandbox, told: () => told };
}

const read = { name: 'call_read', arguments: { operation: 'staff.list', limit: 1 } };

describe.skipIf(!hasRedis)('with Redis', () => {
  test('the server shares token and limits through WEIBAN_REDIS_URL', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const { client, sandbox } = await serve(`redis://127.0.0.1:${redis.port}`);
    expect(answerOf(await client.callTool(read)).rows).toHaveLength(1);
    const connection = redis.connect();
    const keys = await connection.keys('weiban:*');
    expect(keys.some((key) => key.includes('token'))).toBe(true);
    expect(keys.length).toBeGreaterThan(1);
    expect(sandbox.requests.map(({ operation }) => operation)).toEqual(['accessTokenGet', 'staffList']);
  });
});

test('a Redis that does not answer is told once, and calls go on', async () => {
  const { client, told } = await serve('redis://127.0.0.1:1');
  for (let call = 0; call < 3; call++) expect(answerOf(await client.callTool(read)).rows).toHaveLength(1);
  expect(told().match(/Redis cannot be used/g)).toHaveLength(1);
});
