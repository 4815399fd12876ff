import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('a page that the site no longer lists is removed from the folder and named; nothing else is', async () => {
  const { url, folder, pages, pull, statuses } = await site(3);
  await pull();
  writeFileSync(join(folder, 'api-9.md'), 'somebody put it here');
  // Another site was pulled into the same folder, and its state says that a file of ours is its own.
  const elsewhere = { url: 'http://elsewhere.example/api-1.md', page: { file: 'api-9.md' } };
  const outside = { url: `${url}/api-7.md`, page: { file: 'api-9.md' } };
  for (const line of [elsewhere, outside])
    appendFileSync(join(folder, 'pull.state'), `\n${JSON.stringify(line)}`);
  const [vanished] = readdirSync(folder).filter((name) => name.startsWith('api-1.'));
  pages.delete('/api-1.md');
  const { code, lines } = await pull();
  expect(code).toBe(0);
  expect(lines.join('\n')).toContain(`${url}/api-1.md is no longer listed; ${vanished} was removed`);
  expect(lines.join('\n')).toMatch(
    /2 pages: 0 fetched, 2 unchanged, 0 fetched before, 0 failed, 1 removed; /,
  );
  const kept = readdirSync(folder).filter((name) => name.endsWith('.md'));
  expect(kept.map((name) => name.slice(0, 6)).sort()).toEqual(['api-0.', 'api-2.', 'api-9.']);
  statuses();
  pages.set('/api-1.md', { version: 1 });
  const json = await pull('--json');
  expect(JSON.parse(json.lines.at(-1) ?? '')).toMatchObject({ fetched: 1, removed: [] });
  expect(statuses()).toEqual({ 200: 1, 304: 2 });
});
