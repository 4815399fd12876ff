import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What goes wrong with one request. */
export type Fault =
  | 'refused'
  | 'reset before'
  | 'reset after'
  | 'stalled headers'
  | 'stalled body'
  | '500'
  | '502 with HTML'
  | 'truncated JSON'
  | '10052'
  | '10053'
  | 'rejected token'
  | 'expired token';

/** A server whose requests fail with a given fault, except those for a token. */
export interface FaultyServer {
  readonly url: string;
  /** Requests that arrived completely, without those for a token. */
  readonly arrived: number;
  /** Requests that the server executed, so that sending them again would execute them twice. */
  readonly executed: number;
  /** Connections that the server reset before it read anything. */
  readonly resets: number;
  readonly tokens: number;
  close(): Promise<void>;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const json = (body: object) => {
  const text = JSON.stringify(body);
  return `${HEAD}content-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`;
};
const page = (status: string, type: string, text: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${text.length}\r\nconnection: close\r\n\r\n${text}`;

/** Whether a request was executed although its answer is this fault. */
const EXECUTED: Readonly<Record<Fault, boolean>> = {
  refused: false,
  'reset before': false,
  // It arrived, so it may have been executed.
  'reset after': true,
  'stalled headers': true,
  'stalled body': true,
  '500': true,
  '502 with HTML': true,
  'truncated JSON': true,
  '10052': false,
  '10053': false,
  'rejected token': false,
  'expired token': false,
};

/** The answer for a fault; undefined if the connection just stays open. */
function answerOf(fault: Fault): string | undefined {
  switch (fault) {
    case '500':
      return page('500 Internal Server Error', 'application/json', '{"errcode":-1,"errmsg":"oops"}');
    case '502 with HTML':
      return page('502 Bad Gateway', 'text/html', '<html>502 Bad Gateway</html>');
    case 'truncated JSON':
      return page('200 OK', 'application/json', '{"errcode":0,"errm');
    case 'stalled body':
      return `${HEAD}content-length: 100\r\n\r\n{"errcode":0,`;
    case '10052':
      return json({ errcode: 10052, errmsg: '并发数超限' });
    case '10053':
      return json({ errcode: 10053, errmsg: '调用频率超限' });
    case 'rejected token':
    case 'expired token':
      return json({ errcode: 10001, errmsg: '认证失败' });
    default:
      return undefined;
  }
}

/** Called for a request that gets no answer, or only the beginning of one. */
export type OnStall = (at: 'headers' | 'body') => void;

/**
 * Starts a TCP server on loopback that speaks just enough HTTP to control its faults byte by byte. The first
 * `times` calls fail with the fault and the others succeed.
 */
export async function startFaultyServer(
  fault: Fault,
  times: number,
  onStall: OnStall = () => undefined,
): Promise<FaultyServer> {
  const counts = { arrived: 0, executed: 0, resets: 0, tokens: 0 };
  const sockets = new Set<Socket>();
  // Refused connections never reach this server.
  let remaining = fault === 'refused' ? 0 : times;
  // A token expires after one successful call.
  let successes = fault === 'expired token' ? 1 : 0;

  const answer = (socket: Socket, target: string) => {
    if (target.startsWith('/open-api/access_token/get')) {
      counts.tokens++;
      socket.end(
        json({ errcode: 0, errmsg: 'ok', access_token: `token-${counts.tokens}`, expires_in: 7200 }),
      );
      return;
    }
    counts.arrived++;
    if (successes-- > 0 || remaining <= 0) {
      counts.executed++;
      socket.end(json({ errcode: 0, errmsg: 'ok' }));
      return;
    }
    remaining--;
    if (EXECUTED[fault]) counts.executed++;
    if (fault === 'reset after') return void socket.resetAndDestroy();
    const text = answerOf(fault);
    if (text === undefined) return onStall('headers');
    if (fault !== 'stalled body') return void socket.end(text);
    onStall('body');
    socket.write(text);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    // The request for the token came first, on a separate connection.
    if (fault === 'reset before' && counts.tokens > 0 && remaining > 0) {
      remaining--;
      counts.resets++;
      socket.resetAndDestroy();
      return;
    }
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const [head = '', body] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body !== undefined && Buffer.byteLength(body) >= length) answer(socket, head.split(' ')[1] ?? '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get arrived() {
      return counts.arrived;
    },
    get executed() {
      return counts.executed;
    },
    get resets() {
      return counts.resets;
    },
    get tokens() {
      return counts.tokens;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A port where nobody listens, now or later. */
export interface RefusedPort {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Reserves a port as the client's end of a connection, so that no other program on this machine gets it. A
 * closed port could belong to another test by the time it is used.
 */
export async function refusedPort(): Promise<RefusedPort> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [accepted] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  return {
    url: `http://127.0.0.1:${socket.localPort}`,
    async close() {
      socket.destroy();
      accepted[0].destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
