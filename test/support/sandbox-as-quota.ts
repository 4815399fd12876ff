// The server of the client's quota tests, played by the sandbox: what `quota-server.ts` starts, with the same face.
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';
import { serveHttp } from '../../src/sandbox/http-server.ts';
import { credentials } from './over-server.ts';
import type { QuotaServer, QuotaServerOptions } from './quota-server.ts';

/** A minute of the documented windows, which the sandbox's time makes as short as the test wants it. */
const MINUTE_MS = 60_000;

/** Starts a sandbox that holds calls to limits; its block is as long as its one window. */
export async function startQuotaServer(options: QuotaServerOptions): Promise<QuotaServer> {
  const { inFlight: most, windows, block, latency } = options;
  const [[span, minute] = [MINUTE_MS, 1]] = windows;
  if (windows.length !== 1 || block !== span) throw new Error('the sandbox plays one window, and a block as long as it');
  const hour = 1_000_000;
  const sandbox = createSandbox({
    ...credentials,
    checkRequests: false,
    timeScale: MINUTE_MS / span,
    latency: (latency * MINUTE_MS) / span,
    rows: 1,
    limits: { inFlight: most, windows: { read: { minute, hour }, write: { minute, hour }, bulk: { minute, hour } } },
  });
  const stats = { calls: 0, tokens: 0, tooMany: 0, tooOften: 0, mostInFlight: 0 };
  let inFlight = 0;
  const server = await serveHttp(
    async (request) => {
      stats.mostInFlight = Math.max(stats.mostInFlight, ++inFlight);
      try {
        const response = await sandbox.handle(request);
        if (request.url.includes('access_token/get')) stats.tokens++;
        else {
          stats.calls++;
          const { errcode } = await response.clone().json();
          if (errcode === 10052) stats.tooMany++;
          if (errcode === 10053) stats.tooOften++;
        }
        return response;
      } finally {
        inFlight--;
      }
    },
    '127.0.0.1',
    0,
  );
  return { url: server.url, stats: () => ({ ...stats }), close: server.close };
}
