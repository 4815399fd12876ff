import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runPull } from '../../../scripts/docs/pull/command-line.ts';
import { readTargets } from '../../../scripts/docs/readers/read-captures.ts';
import { type MadePage, renderMarkdown } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo();
});

const pageOf = (number: number, title = '获取东西'): MadePage => ({
  id: `api-${number}`,
  title,
  method: 'GET',
  path: `/open-api/thing/n${number}`,
  errors: [],
  query: [],
  response: { fields: [{ name: 'errcode', type: 'integer', required: true }], example: { errcode: 0 } },
});

/** Starts a site with `count` pages on loopback, as Apifox serves them. */
async function site(count: number) {
  const pages = new Map(Array.from({ length: count }, (_, at) => [`/api-${at}.md`, { version: 1 }]));
  const seen: { path: string; status: number }[] = [];
  const failing = new Map<string, number>();
  let running = 0;
  let most = 0;
  let onRequest = () => {};
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    const page = pages.get(path);
    const etag = page && `"${path}-${page.version}"`;
    const failures = failing.get(path) ?? 0;
    let status = 200;
    if (failures > 0) {
      failing.set(path, failures - 1);
      status = 503;
    } else if (path !== '/llms.txt' && !page) status = 404;
    else if (etag && request.headers['if-none-match'] === etag) status = 304;
    seen.push({ path, status });
    const list = [
      '# docs',
      ...[...pages.keys()].map((link) => `- [page](http://${request.headers.host}${link})`),
    ];
    const body = page
      ? renderMarkdown(pageOf(Number(/\d+/.exec(path)?.[0]), `版本${page.version}`))
      : [...list, '- [other](http://elsewhere.example/api-1.md)'].join('\n');
    response.writeHead(status, etag ? { etag } : {}).end(status === 200 ? body : '');
    onRequest();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const folder = mkdtempSync(join(tmpdir(), 'weiban-pull-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  // A server that listens on TCP has an address with a port.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pull = async (...args: string[]) => {
    const { code, out, err } = await runCommand(runPull, [url, '--out', folder, ...args]);
    return { code, lines: [...err.split('\n'), out] };
  };
  return {
    url,
    folder,
    pages,
    failing,
    seen,
    pull,
    most: () => most,
    listen: (work: () => void) => {
      onRequest = work;
    },
    /** Counts the answers by status since the last call, without llms.txt. */
    statuses: () => {
      const counts: Record<number, number> = {};
      for (const { path, status } of seen.splice(0))
        if (path !== '/llms.txt') counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
  };
}

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
  expect(readTargets([folder]).filter(({ path }) => path.startsWith('/open-api/thing/'))).toHaveLength(200);

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
