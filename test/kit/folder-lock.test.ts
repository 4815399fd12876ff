import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HOLDER, LOCK, withFolderLock } from '../../scripts/kit/folder-lock.ts';

function lockedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Leaves the lock of another process in a folder, untouched for some time. */
function leaveLock(folder: string, pid: number, host: string, ageMs: number): void {
  mkdirSync(join(folder, LOCK));
  const since = '2026-01-02T03:04:05.678Z';
  writeFileSync(join(folder, HOLDER), JSON.stringify({ id: 'x', command: 'docs apply', pid, host, since }));
  const touched = (Date.now() - ageMs) / 1000;
  utimesSync(join(folder, LOCK), touched, touched);
}

const take = (folder: string, patience = 0) =>
  withFolderLock(folder, { command: 'test', patience }, async () => 'done');

test('work in one folder never runs at the same time, and leaves nothing behind', async () => {
  const folder = lockedFolder();
  const events: string[] = [];
  const work = (name: string) =>
    withFolderLock(folder, { command: name, patience: 20_000 }, async ({ assertHeld }) => {
      events.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      assertHeld();
      events.push(`${name} out`);
    });
  await Promise.all(['a', 'b', 'c'].map(work));
  expect(events.map((event) => event.split(' ')[1])).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  for (let at = 0; at < events.length; at += 2) expect(events[at]?.[0]).toBe(events[at + 1]?.[0]);
  expect(readdirSync(folder)).toEqual([]);
});

// Longer than any of the library's own waits.
test('a command whose patience ends while another one works is told who works', async () => {
  const folder = lockedFolder();
  const held = withFolderLock(folder, { command: 'slow', patience: 0 }, () => take(folder, 1200));
  await expect(held).rejects.toThrow(/locked: .* is being written by slow \(process \d+/);
});

test('the lock is free again after the work failed', async () => {
  const folder = lockedFolder();
  const failing = withFolderLock(folder, { command: 'test', patience: 0 }, () =>
    Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect(await take(folder)).toBe('done');
});

/** The number of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;
const thisProcess = () => process.pid;

test.each([
  ['of a running process of this machine', thisProcess, hostname(), 3000, 'refused'],
  ['of another machine, touched a moment ago', deadProcess, 'elsewhere', 3000, 'refused'],
  ['of a process that died', deadProcess, hostname(), 3000, 'taken over'],
  ['of a process that died before the clock was set back', deadProcess, hostname(), -3_600_000, 'taken over'],
  ['of another machine, untouched for a minute', deadProcess, 'elsewhere', 60_000, 'taken over'],
  ['of a process whose number another one has now', thisProcess, hostname(), 60_000, 'taken over'],
])('a lock %s', async (_, process, host, age, want) => {
  const folder = lockedFolder();
  const pid = process();
  leaveLock(folder, pid, host, age);
  if (want === 'taken over') {
    expect(await take(folder)).toBe('done');
    return;
  }
  const who = `docs apply (process ${pid} on ${host}, since 2026-01-02T03:04:05.678Z)`;
  await expect(take(folder)).rejects.toThrow(`locked: ${folder} is being written by ${who}`);
});

test('a command whose lock was taken over says so before it writes', async () => {
  const folder = lockedFolder();
  const slow = withFolderLock(folder, { command: 'slow', patience: 0 }, async ({ assertHeld }) => {
    // As if the process had stood still: nobody touched the lock for a minute.
    utimesSync(join(folder, LOCK), 0, 0);
    await withFolderLock(folder, { command: 'quick', patience: 0 }, async () => assertHeld());
  });
  await expect(slow).rejects.toThrow(/was taken over by quick \(process \d+/);
});

test('a folder that is not there is refused', async () => {
  await expect(take(join(lockedFolder(), 'missing'))).rejects.toThrow(/locked: .*cannot be locked: ENOENT/);
});
