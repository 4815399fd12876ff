import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer of the server. An object is sent as JSON with status 200. */
export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: object | string;
  /** `hang` never answers, `reset` closes the connection. */
  readonly instead?: 'hang' | 'reset';
}

/** Answers the requests to one path. Their token has been checked. */
type Handler = (request: SeenRequest) => FakeAnswer | Promise<FakeAnswer>;

/** Options of {@link startFakeWeiban}. */
export interface FakeWeibanOptions {
  readonly corpId: string;
  readonly secret: string;
  /** Opportunities by serial number, as `opportunity/one` answers them. */
  readonly opportunities?: Readonly<Record<string, object>>;
  /** Makes the n-th token, counted from 1. */
  readonly makeToken?: (count: number) => string;
  /** Awaited before a token is issued. */
  readonly beforeToken?: () => Promise<void>;
  /** Seconds that a token lives. */
  readonly expiresIn?: number;
}

/** A running server. */
export interface FakeWeiban {
  readonly url: string;
  /** Every request so far, including those for tokens. */
  readonly seen: readonly SeenRequest[];
  /** The requests to one path below `/open-api/`. */
  seenAt(path: string): SeenRequest[];
  /** Replaces the answer of a path below `/open-api/`. */
  answer(path: string, handler: Handler): void;
  /** Makes every token issued so far invalid. */
  revokeTokens(): void;
  close(): Promise<void>;
}

const ok = { errcode: 0, errmsg: 'ok' };
const failure = (errcode: number, errmsg: string): FakeAnswer => ({ body: { errcode, errmsg } });

/** Starts an HTTP server on loopback that issues tokens, checks them, and answers as Weiban does. */
export async function startFakeWeiban(options: FakeWeibanOptions): Promise<FakeWeiban> {
  const { makeToken = (count) => `token-${count}` } = options;
  const seen: SeenRequest[] = [];
  const valid = new Set<string>();
  const handlers = new Map<string, Handler>([
    ['opportunity/one', (request) => opportunityOne(options, request)],
  ]);
  let issued = 0;

  const issueToken = async (request: SeenRequest): Promise<FakeAnswer> => {
    await options.beforeToken?.();
    const { corp_id, secret } = JSON.parse(request.body || '{}');
    if (corp_id !== options.corpId || secret !== options.secret) return failure(10001, '认证失败');
    issued += 1;
    const access_token = makeToken(issued);
    valid.add(access_token);
    return { body: { ...ok, access_token, expires_in: options.expiresIn ?? 7200 } };
  };
  const respond = (request: SeenRequest): FakeAnswer | Promise<FakeAnswer> => {
    const path = request.path.replace(/^\/open-api\//, '');
    const handler = handlers.get(path);
    if (path === 'access_token/get') return handler ? handler(request) : issueToken(request);
    if (!valid.has(request.query.get('access_token') ?? ''))
      return failure(10001, '认证失败，请提供正确的access_token');
    return handler ? handler(request) : { status: 404, body: '<html>404 Not Found</html>' };
  };

  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    seen.push(request);
    write(outgoing, await respond(request));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    seenAt: (path) => seen.filter((request) => request.path === `/open-api/${path}`),
    answer: (path, handler) => void handlers.set(path, handler),
    revokeTokens: () => valid.clear(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function opportunityOne(options: FakeWeibanOptions, { query }: SeenRequest): FakeAnswer {
  const serial = query.get('serial_number');
  if (!serial && !query.get('id')) return failure(22203, 'id 与 serial_number 至少填一个');
  const opportunity = options.opportunities?.[serial ?? ''];
  return opportunity ? { body: { ...ok, opportunity } } : failure(22201, '商机不存在');
}

async function read(incoming: IncomingMessage): Promise<SeenRequest> {
  const url = new URL(incoming.url ?? '/', 'http://fake');
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  const { method = 'GET', headers } = incoming;
  return { method, path: url.pathname, query: url.searchParams, headers, body };
}

function write(outgoing: ServerResponse, answer: FakeAnswer): void {
  if (answer.instead === 'hang') return;
  if (answer.instead === 'reset') return void outgoing.destroy();
  const { status = 200, headers, body = ok } = answer;
  const isText = typeof body === 'string';
  outgoing.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  outgoing.end(isText ? body : JSON.stringify(body));
}
