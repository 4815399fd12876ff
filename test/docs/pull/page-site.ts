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
import { runCommand } from '../../support/run-command.ts';

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
    // Long enough for the other requests to arrive.
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
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const folder = mkdtempSync(join(tmpdir(), 'weiban-pull-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
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
