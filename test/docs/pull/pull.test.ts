import { expect, test } from 'vitest';
import { runPull } from '../../../scripts/docs/pull/command-line.ts';
import { site } from './page-site.ts';

test('a server that fails is asked again; a page that cannot be had is named, and had the next time', async () => {
  const { failing, pull, statuses } = await site(3);
  failing.set('/api-0.md', 1);
  failing.set('/api-1.md', 9);
  const first = await pull();
  expect(first.code).toBe(1);
  expect(first.lines.join('\n')).toMatch(/api-1\.md cannot be fetched: HTTP 503/);
  expect(statuses()).toEqual({ 200: 2, 503: 5 });
  failing.clear();
  expect((await pull()).code).toBe(0);
  expect(statuses()).toEqual({ 200: 1 });
});

test('bad addresses are refused', async () => {
  const print = () => undefined;
  expect(await runPull([], print)).toBe(2);
  expect(await runPull(['file:///etc'], print)).toBe(2);
  expect(await runPull(['http://127.0.0.1', '--at-once', '99'], print)).toBe(2);
  const { pull } = await site(0);
  expect((await pull()).code).toBe(2);
});
