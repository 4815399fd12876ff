import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServers } from './create-mcp-server.ts';
import type { McpSettings } from './settings.ts';

/** The streams of the client. */
export interface StdioStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Aborts when the server is to end. */
  readonly signal: AbortSignal;
}

/** Serves a client over standard input and output. Resolves when the client has closed them, or at the signal. */
export async function serveMcpOverStdio(
  settings: McpSettings,
  { stdin, stdout, signal }: StdioStreams,
): Promise<void> {
  const servers = createMcpServers(settings);
  const transport = new StdioServerTransport(stdin, stdout);
  const closed = new Promise<void>((resolve) => {
    const close = transport.close.bind(transport);
    // The SDK takes `onclose` for itself, and tells nobody else.
    transport.close = async () => {
      await close();
      resolve();
    };
  });
  const handle = serveStdio(servers.create, { transport, onerror: settings.report });
  const end = () => void handle.close();
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  await closed;
  signal.removeEventListener('abort', end);
  servers.close();
}
