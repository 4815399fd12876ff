import type { Redis } from 'ioredis';
import { withTimeout } from './with-timeout.ts';

/** What is known about the server behind a connection. */
export interface ServerWatch {
  /** Calls `listener` each time the connection is lost, even if no command was sent. */
  onLost(listener: () => void): void;
  /**
   * The run id of the server when it was first seen. A server with another run id has restarted and forgotten
   * its data.
   */
  readonly firstRun: Promise<string | undefined>;
  /** Resolves to the current run id of the server; undefined if the server does not say. */
  run(): Promise<string | undefined>;
}

// One watch for all gates of a connection. Otherwise each gate would add a listener.
const watches = new WeakMap<Redis, ServerWatch>();

/** Returns the watch of a connection, and creates it on first use. */
export function watchServer(redis: Redis): ServerWatch {
  const watch = watches.get(redis) ?? createWatch(redis);
  watches.set(redis, watch);
  return watch;
}

function createWatch(redis: Redis): ServerWatch {
  const listeners = new Set<() => void>();
  redis.on('reconnecting', () => {
    for (const listener of listeners) listener();
  });
  const run = async () => {
    try {
      return /^run_id:(\w+)/m.exec(await withTimeout(redis, () => redis.info('server')))?.[1];
    } catch {
      // Redis is unavailable, which the next command reports, or it does not allow INFO.
      return undefined;
    }
  };
  const isReady =
    redis.status === 'ready' ? Promise.resolve() : new Promise((resolve) => redis.once('ready', resolve));
  return {
    onLost: (listener) => void listeners.add(listener),
    firstRun: isReady.then(run),
    run,
  };
}
