import type { Clock } from '../../src/base/clock.ts';
import { systemClock } from '../../src/base/clock.ts';

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Advances by the given milliseconds, runs due timers in order, and lets promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** How many timers are pending. */
  readonly timers: number;
}

/** Creates a manual clock that starts at the given milliseconds. */
export function manualClock(start = 1_000_000): ManualClock {
  let now = start;
  const due = new Set<{ at: number; work: () => void }>();
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    now: () => now,
    after(milliseconds, work) {
      const timer = { at: now + milliseconds, work };
      if (milliseconds < Infinity) due.add(timer);
      return () => void due.delete(timer);
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        due.delete(next);
        now = Math.max(now, next.at);
        next.work();
        await settle();
      }
      now = end;
    },
    get timers() {
      return due.size;
    },
  };
}

/** A clock that runs `factor` times as fast as real time. */
export function fastClock(factor: number): Clock {
  const start = systemClock.now();
  return {
    now: () => start + (systemClock.now() - start) * factor,
    after: (milliseconds, work) => systemClock.after(milliseconds / factor, work),
  };
}

/**
 * A clock whose time passes only while nothing else can happen. It stops while `isBusy` returns true, however
 * slow the machine is, and otherwise jumps to the next due timer.
 */
export function jumpingClock(isBusy: () => boolean): Clock {
  const due = new Set<{ readonly at: number; readonly work: () => void }>();
  let now = 1_000_000;
  let isTurning = false;
  const turn = () => {
    isTurning = due.size > 0;
    if (!isTurning) return;
    if (isBusy()) return void setTimeout(turn);
    const next = [...due].reduce((first, timer) => (timer.at < first.at ? timer : first));
    due.delete(next);
    now = Math.max(now, next.at);
    next.work();
    setImmediate(turn);
  };
  return {
    now: () => now,
    after(milliseconds, work) {
      const timer = { at: now + milliseconds, work };
      if (milliseconds < Infinity) due.add(timer);
      if (!isTurning) setImmediate(turn);
      isTurning = true;
      return () => void due.delete(timer);
    },
  };
}
