import { numberAbove } from '../base/number-above.ts';
import type { ReplayStore } from './replay-store.ts';

/** What {@link createMemoryReplayStore} takes. */
export interface MemoryReplayOptions {
  /** Milliseconds that a handled message is remembered; 24 hours when left out. */
  readonly remember?: number | undefined;
  /** Handled messages that are remembered; beyond it the oldest goes. 10,000 when left out. */
  readonly capacity?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly clock?: { now(): number } | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Remembers handled messages in this process's memory: what a receiver does when it is given no store.
 *
 * @throws WeibanConfigError when a number is not numberAbove zero.
 */
export function createMemoryReplayStore(options: MemoryReplayOptions = {}): ReplayStore {
  const { clock = Date } = options;
  const remember = numberAbove(0, 'remember', options.remember ?? DAY_MS);
  const capacity = numberAbove(0, 'capacity', options.capacity ?? 10_000);
  const running = new Set<string>();
  /** Until when each is remembered, the one that goes first at the head. */
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
