import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRunCache } from '../../scripts/generate/unchanged.ts';
import { flipBit, spreadBits } from '../support/flip-bit.ts';
import { runs } from '../support/runs.ts';

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('if a run cannot be remembered, each run does the work', () => {
  const blocked = join(newFolder(), 'blocked');
  writeFileSync(blocked, 'no folder');
  const cache = openRunCache(join(blocked, 'below'), ['/out'], () => []);
  expect(() => cache.remember([], 'done')).not.toThrow();
  expect(cache.unchanged()).toBeUndefined();
});

test.each<[what: string, change: (folder: string) => void]>([
  ['a file changed', (folder) => writeFileSync(join(folder, 'a'), 'other')],
  ['a file was removed', (folder) => rmSync(join(folder, 'a'))],
  ['a file that was missing exists now', (folder) => writeFileSync(join(folder, 'absent'), '')],
  ['an input was added', (folder) => writeFileSync(join(folder, 'inputs/new'), '')],
])('%s: the run is not unchanged', (_, change) => {
  const folder = newFolder();
  const cacheFolder = newFolder();
  mkdirSync(join(folder, 'inputs'));
  writeFileSync(join(folder, 'a'), 'text');
  const cache = openRunCache(cacheFolder, ['/out'], () => readdirSync(join(folder, 'inputs')));
  cache.remember([[join(folder, 'a')], [join(folder, 'absent')]], 'done');
  expect(cache.unchanged()).toBe('done');
  change(folder);
  expect(cache.unchanged()).toBeUndefined();
});

test('a file that was edited during the run does not count as the version that was read', () => {
  const folder = newFolder();
  const file = join(folder, 'a');
  writeFileSync(file, 'edited meanwhile');
  const cache = openRunCache(newFolder(), ['/out'], () => []);
  cache.remember([[file, 'read']], 'done');
  expect(cache.unchanged()).toBeUndefined();
  writeFileSync(file, 'read');
  expect(cache.unchanged()).toBe('done');
});

test('the run is repeated whichever bit of its record is damaged', () => {
  const [folder, cacheFolder] = [newFolder(), newFolder()];
  writeFileSync(join(folder, 'a'), 'text');
  const cache = openRunCache(cacheFolder, ['/out'], () => [join(folder, 'a')]);
  cache.remember([[join(folder, 'a')], [join(folder, 'absent')]], '1 operation, 微伴');
  expect(cache.unchanged()).toBe('1 operation, 微伴');
  const [name = ''] = readdirSync(cacheFolder);
  const record = join(cacheFolder, name);
  const bytes = readFileSync(record);
  for (const bit of spreadBits(bytes, runs(600))) {
    writeFileSync(record, flipBit(bytes, bit));
    expect([bit, cache.unchanged()]).toEqual([bit, undefined]);
  }
});
