import { numberAbove } from '../base/number-above.ts';
import type { ReplayStore } from './replay-store.ts';

/** Options of {@link createMemoryReplayStore}. */
export interface MemoryReplayOptions {
  /** How long a handled message is remembered, in milliseconds. Default: 24 hours. */
  readonly remember?: number | undefined;
  /** How many handled messages are remembered; the oldest is forgotten first. Default: 10,000. */
  readonly capacity?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly clock?: { now(): number } | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Remembers handled messages in this process's memory. A receiver without a store uses it.
 *
 * @throws WeibanConfigError if a number is not above zero.
 */
export function createMemoryReplayStore(options: MemoryReplayOptions = {}): ReplayStore {
  const { clock = Date } = options;
  const remember = numberAbove(0, 'remember', options.remember ?? DAY_MS);
  const capacity = numberAbove(0, 'capacity', options.capacity ?? 10_000);
  const running = new Set<string>();
  /** Until when each message is remembered; the oldest comes first. */
  const done = new Map<string, number>();

  const forget = () => {
    for (const [key, until] of done) {
      if (until > clock.now() && done.size <= capacity) break;
      done.delete(key);
    }
  };
  return {
    async claim(key) {
      forget();
      if (done.has(key)) return 'done';
      if (running.has(key)) return 'running';
      running.add(key);
      return {
        async finish() {
          running.delete(key);
          done.set(key, clock.now() + remember);
          forget();
        },
        async release() {
          running.delete(key);
        },
      };
    },
  };
}
