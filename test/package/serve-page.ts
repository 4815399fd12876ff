import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Serves a built page and, on the same origin, the API: Weiban sends no CORS headers, so a page reaches it through its
 * own server.
 */
export async function servePage(
  folder: string,
  api: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isApi = request.url?.startsWith('/open-api/');
    const answer = isApi ? forward(api, request, response) : sendFile(folder, request, response);
    answer.catch((error) => response.writeHead(502).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The cast is safe because a server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function forward(api: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const { method = 'GET', url = '' } = request;
  const type = request.headers['content-type'];
  const answer = await fetch(api + url, {
    method,
    ...(type && { headers: { 'content-type': type } }),
    ...(body && { body }),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(await answer.text());
}

async function sendFile(
  folder: string,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(new URL(url, 'http://page').pathname);
  // Browsers request an icon, and the page has none.
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  const file = path === '/' ? '/index.html' : path;
  const content = await readFile(join(folder, file)).catch(() => undefined);
  if (!content) return void response.writeHead(404).end();
  response
    .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    .end(content);
}
