import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { type HttpServer, serveHttp } from '../base/serve-http.ts';
import { createMcpServers } from './create-mcp-server.ts';
import type { McpSettings } from './settings.ts';

/** The path of the server. */
const PATH = '/mcp';

/** The largest request, in bytes: a call with 1,000 ids has 50 kB. */
const LARGEST_BODY = 4 * 1024 * 1024;

/**
 * Serves clients over streamable HTTP on loopback. A web page must not reach it, not even by a name that it made resolve to
 * this machine, so requests whose Host or Origin is another are refused. Rejects if the port is not available.
 */
export async function serveMcpOverHttp(settings: McpSettings, port: number): Promise<HttpServer> {
  const servers = createMcpServers(settings);
  const handler = createMcpHandler(servers.create, {
    onerror: settings.report,
    maxRequestBodySize: LARGEST_BODY,
  });
  const answer = async (request: Request): Promise<Response> =>
    hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
    originValidationResponse(request, localhostAllowedOrigins()) ??
    (new URL(request.url).pathname === PATH ? handler.fetch(request) : elsewhere());
  const server = await serveHttp(answer, '127.0.0.1', port);
  return {
    url: `${server.url}${PATH}`,
    async close() {
      servers.close();
      await handler.close();
      await server.close();
    },
  };
}

function elsewhere(): Response {
  return Response.json({ error: `The server is at ${PATH}.` }, { status: 404 });
}
