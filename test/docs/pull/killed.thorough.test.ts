import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTargets } from '../../../scripts/docs/readers/read-captures.ts';
import { site } from './page-site.ts';

test('200 pages: killed half-way and resumed; the next run fetches only changed pages', async () => {
  const { url, folder, pages, pull, statuses, seen, listen, most } = await site(200);
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/docs.ts', 'pull', url, '--out', folder]);
  listen(() => {
    if (seen.length === 100) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  listen(() => undefined);
  statuses();

  const resumed = await pull();
  expect(resumed.code).toBe(0);
  const fetchedAfter = statuses()[200] ?? 0;
  // Requests that were in flight at the kill are made again.
  expect(fetchedAfter).toBeGreaterThanOrEqual(100);
  expect(fetchedAfter).toBeLessThanOrEqual(106);
  expect(most()).toBeLessThanOrEqual(3);
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  expect(files).toHaveLength(200);
  expect(
    readTargets([folder]).captures.filter(({ path }) => path.startsWith('/open-api/thing/')),
  ).toHaveLength(200);

  for (const path of ['/api-7.md', '/api-190.md']) pages.set(path, { version: 2 });
  const second = await pull('--json');
  expect(statuses()).toEqual({ 200: 2, 304: 198 });
  expect(JSON.parse(second.lines.at(-1) ?? '')).toMatchObject({
    pages: 200,
    fetched: 2,
    unchanged: 198,
    elsewhere: 1,
  });
  const changed = files.find((name) => name.startsWith('api-7.')) ?? '';
  expect(readFileSync(join(folder, changed), 'utf8')).toContain('版本2');
});
