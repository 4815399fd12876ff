import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface ArrivedRequest {
  readonly method: string | undefined;
  /** Path and query, exactly as they were sent. */
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The bytes as text. */
  readonly text: string;
}

/** A running server. */
export interface RecordingServer {
  readonly url: string;
  /** Removes and returns what has arrived. */
  take(): ArrivedRequest[];
  close(): void;
}

/** What a server answers: a success in JSON, unless it says otherwise. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** Starts a server on loopback that answers every request with a success, or as `reply` says, and keeps what came in. */
export async function startRecordingServer(
  reply: (request: ArrivedRequest) => Reply | Promise<Reply> = () => ({}),
): Promise<RecordingServer> {
  const arrived: ArrivedRequest[] = [];
  const server = createServer(async (incoming, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const bytes = new Uint8Array(Buffer.concat(chunks));
    const { method, url, headers } = incoming;
    const request = { method, url, headers, bytes, text: Buffer.from(bytes).toString('utf8') };
    arrived.push(request);
    const { status = 200, headers: more, text = '{"errcode":0,"errmsg":"ok"}' } = await reply(request);
    answer.writeHead(status, { 'content-type': 'application/json', ...more });
    answer.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => arrived.splice(0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
