import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on loopback, below a path if one is given. Like static hosts, it serves `page.html` for `/page`.
 */
export async function serveFolder(
  folder: string,
  base = '/',
): Promise<{ url: string; close(): Promise<void> }> {
  const root = resolve(folder);
  const server = createServer(async ({ url = '/' }, answer) => {
    const { pathname } = new URL(url, 'http://static');
    const name = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    const path = resolve(
      join(root, name === undefined || /(?:^|\/)$/.test(name) ? `${name ?? ''}index.html` : name),
    );
    const file = extname(path) === '' ? `${path}.html` : path;
    const isInside = name !== undefined && file.startsWith(root + sep);
    const body = isInside ? await readFile(file).catch(() => undefined) : undefined;
    answer.writeHead(body ? 200 : 404, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    answer.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base.slice(0, -1)}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
