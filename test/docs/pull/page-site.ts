import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { runPull } from '../../../scripts/docs/pull/command-line.ts';
import { type MadePage, renderMarkdown } from '../../support/render-page.ts';

const pageOf = (number: number, title = '获取东西'): MadePage => ({
  id: `api-${number}`,
  title,
  method: 'GET',
  path: `/open-api/thing/n${number}`,
  errors: [],
  query: [],
  response: { fields: [{ name: 'errcode', type: 'integer', required: true }], example: { errcode: 0 } },
});

/** A site of so many pages on loopback, as Apifox serves one. */
export async function site(count: number) {
  const pages = new Map(Array.from({ length: count }, (_, at) => [`/api-${at}.md`, { version: 1 }]));
  const seen: { path: string; status: number }[] = [];
  const failing = new Map<string, number>();
  let running = 0;
  let most = 0;
  let onRequest = () => {};
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    most = Math.max(most, ++running);
    // Long enough for the others that are under way to arrive.
    await setImmediate();
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
      ...[...pages.keys()].map((each) => `- [page](http://${request.headers.host}${each})`),
    ];
    const body = page
      ? renderMarkdown(pageOf(Number(/\d+/.exec(path)?.[0]), `版本${page.version}`))
      : [...list, '- [other](http://elsewhere.example/api-1.md)'].join('\n');
    response.writeHead(status, etag ? { etag } : {}).end(status === 200 ? body : '');
    onRequest();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const folder = mkdtempSync(join(tmpdir(), 'weiban-pull-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Sound: a server that listens on TCP has an address with a port.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pull = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runPull([url, '--out', folder, ...args], (line) => lines.push(line));
    return { code, lines };
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
    /** How often each status was answered since the last look, llms.txt left out. */
    statuses: () => {
      const counts: Record<number, number> = {};
      for (const { path, status } of seen.splice(0))
        if (path !== '/llms.txt') counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
  };
}
