import type { Clock } from '../../../src/base/clock.ts';

/** A clock whose time can pass faster than the machine's. */
export interface PageClock extends Clock {
  /** From now on, time passes so many times faster. */
  setPace(pace: number): void;
}

/** A clock at the machine's pace. Work that is already waiting keeps the pace at which it began to wait. */
export function createPageClock(machine: Clock): PageClock {
  let pace = 1;
  let from = { machine: machine.now(), page: machine.now() };
  const now = () => from.page + (machine.now() - from.machine) * pace;
  return {
    now,
    after: (milliseconds, work) => machine.after(milliseconds / pace, work),
    setPace(next) {
      from = { machine: machine.now(), page: now() };
      pace = next;
    },
  };
}
