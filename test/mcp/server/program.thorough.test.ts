import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, onTestFinished, test } from 'vitest';
import { answerOf, INITIALIZE, REVISIONS } from './served.ts';

const PROGRAM = ['--import', 'tsx', 'src/cli/main.ts', 'mcp'];

test.each(REVISIONS)(
  'the program serves the official client over standard input and output: %s',
  async (revision) => {
    const mode = revision === '2025-11-25' ? 'legacy' : { pin: revision };
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    const args = [...PROGRAM, '--sandbox', '--lang', 'zh'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    onTestFinished(() => client.close());
    const listed = await client.listTools();
    expect(encode(JSON.stringify(listed.tools)).length).toBeLessThan(1200);
    const read = { operation: 'externalUser.list', limit: 2, fields: ['id', 'name'] };
    const rows = answerOf(await client.callTool({ name: 'call_read', arguments: read })).rows;
    expect(rows).toHaveLength(2);
    const source = 'let n = 0; for await (const c of weiban.externalUser.list.items({})) n++; return n;';
    const counted = answerOf(await client.callTool({ name: 'run_script', arguments: { source } }));
    expect(Number(counted.result)).toBeGreaterThan(0);
  },
);

test('the program writes nothing but protocol, and ends with 0 when its input ends', async () => {
  const program = spawn(process.execPath, PROGRAM, {
    env: { ...process.env, WEIBAN_CORP_ID: '', WEIBAN_SECRET: '' },
  });
  let out = '';
  program.stdout.on('data', (chunk) => {
    out += chunk;
    if (out.includes('\n')) program.stdin.end();
  });
  program.stdin.write(`rubbish\n${JSON.stringify({ jsonrpc: '2.0', ...INITIALIZE })}\n`);
  const [code] = await once(program, 'close');
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toEqual([0]);
});

test.each([
  ['--budget', '12', /integer >= 500/],
  ['--mask', 'phones', /phone, openid/],
  ['--allow-writes', 'tag.lst', /no operation is named/],
  ['--allow-writes', 'tag.list', /reads only/],
  ['--http', 'x', /integer/],
])('%s %s is refused as wrong usage', async (flag, given, message) => {
  const program = spawn(process.execPath, [...PROGRAM, flag, given], {
    env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
  });
  let err = '';
  program.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(program, 'close');
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});
