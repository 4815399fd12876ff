import type { Redis } from 'ioredis';
import { within } from './within.ts';

/** What is known of the server behind a connection. */
export interface ServerWatch {
  /** Calls `tell` each time the connection is lost, whether anything was asked or not. */
  onLost(tell: () => void): void;
  /** The run of the server when it was first seen; another run has forgotten what it was told. */
  readonly firstRun: Promise<string | undefined>;
  /** The run of the server now; undefined where it does not tell. */
  run(): Promise<string | undefined>;
}

// One for all gates of a connection, which would otherwise hang a listener on it each.
const watches = new WeakMap<Redis, ServerWatch>();

export function watchServer(redis: Redis): ServerWatch {
  const watch = watches.get(redis) ?? createWatch(redis);
  watches.set(redis, watch);
  return watch;
}

function createWatch(redis: Redis): ServerWatch {
  const listeners = new Set<() => void>();
  redis.on('reconnecting', () => {
    for (const tell of listeners) tell();
  });
  const run = async () => {
    try {
      return /^run_id:(\w+)/m.exec(await within(redis, () => redis.info('server')))?.[1];
    } catch {
      // Away, which the next command says, or not allowed to ask.
      return undefined;
    }
  };
  const isReady =
    redis.status === 'ready' ? Promise.resolve() : new Promise((resolve) => redis.once('ready', resolve));
  return {
    onLost: (tell) => void listeners.add(tell),
    firstRun: isReady.then(run),
    run,
  };
}
