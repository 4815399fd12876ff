import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { opportunity } from '../support/opportunity.ts';
import { ownEnvironment } from './run-weiban.ts';
import { serveCli } from './serve-cli.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

function start(words: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function outcome(child: ChildProcess): Promise<{ code: unknown; out: string; err: string }> {
  const written = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    written.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    written.err += text;
  });
  const [code] = await once(child, 'close');
  return { code, ...written };
}

test('a process calls, prints JSON, and ends', async () => {
  const { server, env } = await serveCli();
  const child = start(['call', 'opportunity.one', '--data', '-'], env);
  child.stdin?.end(JSON.stringify({ serial_number: opportunity.serial_number }));
  const { code, out, err } = await outcome(child);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({ opportunity });
  expect(server.seenAt('opportunity/one')).toHaveLength(1);
});

test('its exit code shows the kind of its error', async () => {
  const { env } = await serveCli();
  expect(await outcome(start(['call', 'opportunity.one', '--id', 'none'], env))).toMatchObject({
    code: 1,
    out: '',
  });
});

test('an interrupt ends it with 130', async () => {
  const { server, env } = await serveCli();
  const child = start(['call', 'opportunity.one', '--id', '1'], env);
  server.answer('opportunity/one', () => {
    child.kill('SIGINT');
    return { instead: 'hang' };
  });
  expect(await outcome(child)).toEqual({ code: 130, out: '', err: 'weiban: interrupted\n' });
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the sandbox cleanly', async (signal) => {
  const child = start(['sandbox'], ownEnvironment());
  const url = new Promise<string>((resolve) => {
    child.stdout?.once('data', (line) => resolve(/WEIBAN_BASE_URL=(\S+)/.exec(String(line))?.[1] ?? ''));
  });
  const ended = outcome(child);
  expect((await fetch(await url)).ok).toBe(true);
  child.kill(signal);
  expect(await ended).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^export WEIBAN_BASE_URL=\S+ WEIBAN_CORP_ID=\S+ WEIBAN_SECRET=\S+\n$/),
  });
  await expect(fetch(await url)).rejects.toThrow('fetch failed');
});

test('a sandbox that npx started ends when npx ends without passing the signal on', async () => {
  const words = JSON.stringify(['--import', 'tsx', MAIN, 'sandbox']);
  const npx = spawn(
    process.execPath,
    ['-e', `require('node:child_process').spawn(process.execPath, ${words}, { stdio: 'inherit' })`],
    { env: { PATH: process.env.PATH, ...ownEnvironment(), npm_command: 'exec' } },
  );
  npx.stdout.once('data', () => npx.kill('SIGTERM'));
  // Its output closes when the sandbox, which shares it, has ended, too.
  await once(npx, 'close');
  expect(npx.signalCode).toBe('SIGTERM');
});

test('it is not a failure if the reader stops early', async () => {
  const child = start(['spec'], ownEnvironment());
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
