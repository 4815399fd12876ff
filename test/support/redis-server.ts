import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

/** Whether redis-server is installed. Tests that need it are skipped otherwise. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A real redis-server on loopback that stores nothing on disk. */
export interface RedisServer {
  readonly port: number;
  /** Opens a connection, which `close` closes too. */
  connect(): Redis;
  /** Kills it at once; its data is lost. */
  kill(): Promise<void>;
  /** Stops it, so that it does not answer but keeps its data; `wake` continues it. */
  hang(): void;
  wake(): void;
  /** Starts it again, empty, on the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const atExit = new Set<() => void>();

/** One listener for however many servers run. */
function killAtExit(kill: () => void): void {
  if (atExit.size === 0) process.once('exit', () => atExit.forEach((killNow) => void killNow()));
  atExit.add(kill);
}

/** Starts a redis-server on a free port. */
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
  killAtExit(killNow);

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
      // The failed commands report it; without a listener ioredis prints it.
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
      atExit.delete(killNow);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
