import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The limits that the server holds one company to, and how fast its time goes. */
export interface QuotaServerOptions {
  /** Requests in flight at once, the token's included. */
  readonly inFlight: number;
  /** In any span of so many milliseconds at most so many calls to one endpoint. */
  readonly windows: readonly (readonly [span: number, most: number])[];
  /** Milliseconds that the endpoint's calls are refused for after a window was broken. */
  readonly block: number;
  /** Milliseconds before an answer is sent. */
  readonly latency: number;
}

/** What the server saw. */
export interface QuotaStats {
  readonly calls: number;
  readonly tokens: number;
  /** Calls refused with 10052. */
  readonly tooMany: number;
  /** Calls refused with 10053. */
  readonly tooOften: number;
  readonly mostInFlight: number;
}

/** A running server. */
export interface QuotaServer {
  readonly url: string;
  stats(): QuotaStats;
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on loopback that enforces limits in the strictest reading: windows slide, and a request counts
 * from its arrival. `GET /stats` answers what it saw, for clients in other processes.
 */
export async function startQuotaServer(options: QuotaServerOptions): Promise<QuotaServer> {
  const { inFlight: most, windows, block, latency } = options;
  const longest = Math.max(...windows.map(([span]) => span));
  const arrivals = new Map<string, number[]>();
  const blockedUntil = new Map<string, number>();
  const stats = { calls: 0, tokens: 0, tooMany: 0, tooOften: 0, mostInFlight: 0 };
  let inFlight = 0;

  const isTooOften = (path: string): boolean => {
    const now = performance.now();
    if (now < (blockedUntil.get(path) ?? 0)) return true;
    const seen = (arrivals.get(path) ?? []).filter((at) => at > now - longest);
    seen.push(now);
    arrivals.set(path, seen);
    const isBroken = windows.some(([span, limit]) => seen.filter((at) => at > now - span).length > limit);
    if (isBroken) blockedUntil.set(path, now + block);
    return isBroken;
  };
  const answer = (path: string): object => {
    if (path === '/open-api/access_token/get') {
      stats.tokens++;
      return { errcode: 0, errmsg: 'ok', access_token: 'quota-token', expires_in: 7200 };
    }
    stats.calls++;
    if (inFlight > most) {
      stats.tooMany++;
      return { errcode: 10052, errmsg: '并发数超限' };
    }
    if (isTooOften(path)) {
      stats.tooOften++;
      return { errcode: 10053, errmsg: '调用频率超限' };
    }
    return { errcode: 0, errmsg: 'ok' };
  };
  const send = (response: ServerResponse, body: object) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    request.resume();
    if (path === '/stats') return send(response, stats);
    inFlight++;
    stats.mostInFlight = Math.max(stats.mostInFlight, inFlight);
    const body = answer(path);
    setTimeout(() => {
      // Before the answer leaves, for the client may send the next request as soon as it arrives.
      inFlight--;
      send(response, body);
    }, latency);
  });
  // A client may be held up for longer than the default of five seconds, and would then meet a closed connection.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stats: () => ({ ...stats }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
