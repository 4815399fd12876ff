import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPageCache } from '../../../scripts/docs/pull/page-cache.ts';

function cacheFolder(): { folder: string; state: () => { ino: number; size: number } } {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, state: () => statSync(join(folder, 'pull.state')) };
}

const urlOf = (at: number) => `https://docs.example/api-${1000 + at}.md`;

test('a page adds one line to the state, whatever the number of pages; only the end of a run rewrites it', () => {
  const { folder, state } = cacheFolder();
  const cache = openPageCache(folder);
  const growth = new Set<number>();
  const files = new Set<number>();
  let before = 0;
  for (let at = 0; at < 400; at++) {
    cache.keep(urlOf(at), { file: `api-${1000 + at}.md`, etag: '"1"' }, 'text');
    const { ino, size } = state();
    growth.add(size - before);
    files.add(ino);
    before = size;
  }
  // Every line has the same length, and a file that is replaced has another number.
  expect([...growth]).toHaveLength(1);
  expect([...files]).toHaveLength(1);
  cache.finish();
  expect(state().size).toBeLessThan(before);
});

test('an interrupted run continues, although its last line is not whole', () => {
  const { folder } = cacheFolder();
  const cache = openPageCache(folder);
  cache.keep(urlOf(1), { file: 'a.md', etag: '"1"' }, 'text');
  appendFileSync(join(folder, 'pull.state'), `\n{"url":"${urlOf(2)}","pa`);
  const second = openPageCache(folder);
  expect([second.isDone(urlOf(1)), second.isDone(urlOf(2))]).toEqual([true, false]);
  second.keep(urlOf(3), { file: 'c.md' }, 'text');
  const third = openPageCache(folder);
  expect([1, 2, 3].map((at) => third.isDone(urlOf(at)))).toEqual([true, false, true]);
  third.finish();
  const fourth = openPageCache(folder);
  expect(fourth.isDone(urlOf(1))).toBe(false);
  expect(fourth.get(urlOf(1))).toEqual({ file: 'a.md', etag: '"1"' });
});

test('a page whose file is gone is fetched again', () => {
  const { folder } = cacheFolder();
  const cache = openPageCache(folder);
  cache.keep(urlOf(1), { file: 'a.md' }, 'text');
  rmSync(join(folder, 'a.md'));
  expect([cache.isDone(urlOf(1)), cache.get(urlOf(1))]).toEqual([false, undefined]);
});
