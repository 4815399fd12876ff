import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Answers one request. Rejects if the caller has disconnected. */
type Handle = (request: Request) => Promise<Response>;

/** A listening server. */
export interface HttpServer {
  /** The server's URL: `http://`, host and port. */
  readonly url: string;
  close(): Promise<void>;
}

/** The maximum size of a body, in bytes. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** Serves a handler over HTTP, for the programs of this package that are servers themselves. Port 0 means any free port. Rejects if the port is not available. */
export async function serveHttp(handle: Handle, host: string, port: number): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => {
    serveOne(handle, incoming, outgoing).catch((error: unknown) => {
      // A caller that has disconnected gets no answer. Anything else is a bug of the handler; its message holds no
      // secret.
      if (outgoing.destroyed) return;
      outgoing.writeHead(500, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ error: String(error) }));
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return { url: `http://${hostOf(host)}:${portOf(server)}`, close: () => close(server) };
}

async function serveOne(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const controller = new AbortController();
  outgoing.once('close', () => controller.abort(new Error('The caller has disconnected.')));
  const body = await readBody(incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: 'close' });
    outgoing.end();
    return;
  }
  const { method = 'GET', headers, url = '/' } = incoming;
  const init = { method, headers: headersOf(headers), signal: controller.signal };
  const request = new Request(
    new URL(url, 'http://localhost'),
    method === 'GET' || method === 'HEAD' ? init : { ...init, body },
  );
  await write(await handle(request), outgoing, controller.signal);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(given: IncomingMessage['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    for (const item of [value ?? []].flat()) headers.append(name, item);
  }
  return headers;
}

async function write(response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  // `Response.error()` is a network error.
  if (response.type === 'error') return void outgoing.destroy();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader = response.body?.getReader();
  signal.addEventListener('abort', () => reader?.cancel().catch(() => undefined));
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    outgoing.write(part.value);
  if (!signal.aborted) outgoing.end();
}

function hostOf(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
