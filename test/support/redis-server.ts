import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Whether the program is installed; suites that need it are skipped, by name, where it is not. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A real redis-server on loopback that keeps nothing. */
export interface RedisServer {
  readonly port: number;
  /** A connection that the end of the server closes. */
  connect(): Redis;
  /** Ends it at once, with everything it held. */
  kill(): Promise<void>;
  /** Stops it with all that it holds, so that it answers nothing; `wake` lets it go on. */
  hang(): void;
  wake(): void;
  /** Starts it anew, empty, on the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-redis-'));
  const port = await freePort();
  const connections: Redis[] = [];
  let server: ChildProcess | undefined;
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const killNow = () => void server?.kill('SIGKILL');
  process.once('exit', killNow);

  const restart = async () => {
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    server = child;
    for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept')) break;
    child.stdout.resume();
  };
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  await restart();
  return {
    port,
    connect() {
      const redis = new Redis(port, '127.0.0.1');
      // Said by the commands that fail; without a listener ioredis prints it.
      redis.on('error', () => undefined);
      connections.push(redis);
      return redis;
    },
    kill,
    hang: () => void server?.kill('SIGSTOP'),
    wake: () => void server?.kill('SIGCONT'),
    restart,
    async close() {
      for (const redis of connections) redis.disconnect();
      await kill();
      process.removeListener('exit', killNow);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // Sound: a server that listens on TCP has an address with a port.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
