import { expect, test } from 'vitest';
import { runPull } from '../../../scripts/docs/pull/command-line.ts';
import { runCommand } from '../../support/run-command.ts';
import { site } from './page-site.ts';

test('a failing request is retried; a page that cannot be fetched is named, and fetched the next time', async () => {
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
  for (const args of [[], ['file:///etc'], ['http://127.0.0.1', '--at-once', '99']])
    expect((await runCommand(runPull, args)).code).toBe(2);
  const { pull } = await site(0);
  expect((await pull()).code).toBe(2);
});
