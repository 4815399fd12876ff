import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const PROGRAM = `
import { withTemporaryFolder } from './scripts/kit/temporary-folder.ts';
await withTemporaryFolder('weiban-test', async (folder) => {
  console.log(folder);
  if (process.argv.includes('wait')) await new Promise((resolve) => setTimeout(resolve, 60_000));
});`;

/** Runs a program that has a temporary folder, and returns it with that folder. */
async function start(base: string, ...args: string[]): Promise<{ child: ChildProcess; folder: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', PROGRAM, '--', ...args],
    {
      env: { ...process.env, TMPDIR: base },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(child.stdout, 'data');
  return { child, folder: String(line).trim() };
}

function emptyFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'weiban-base-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  return base;
}
const left = (base: string) => readdirSync(base).filter((name) => name.startsWith('weiban-test-'));

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the process, and no folder stays',
  async (signal) => {
    const base = emptyFolder();
    const { child, folder } = await start(base, 'wait');
    expect(existsSync(folder)).toBe(true);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(left(base)).toEqual([]);
  },
);

test('the next run removes the folder of a process that was killed, and of no other', async () => {
  const base = emptyFolder();
  const killed = await start(base, 'wait');
  const ended = once(killed.child, 'exit');
  killed.child.kill('SIGKILL');
  await ended;
  expect(left(base)).toHaveLength(1);
  const running = join(base, `weiban-test-${process.pid}-x`);
  const foreign = join(base, `weiban-testing-${killed.child.pid}-x`);
  for (const folder of [running, foreign]) mkdirSync(folder);
  for (const folder of [killed.folder, running, foreign]) utimesSync(folder, 1, 1);
  const next = await start(base);
  await once(next.child, 'exit');
  expect(readdirSync(base).filter((name) => name.startsWith('weiban-'))).toEqual(
    [running, foreign].map((folder) => folder.slice(base.length + 1)).sort(),
  );
});
