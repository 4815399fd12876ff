import type { Window } from './gate.ts';

/** The calls to one endpoint that its windows count. */
export interface CallLog {
  begin(): void;
  /** A call that began has ended, at that time in milliseconds. */
  end(now: number): void;
  /** Milliseconds until one more call fits; `Infinity` where only the end of a call makes room. */
  wait(now: number): number;
}

/**
 * Counts a call from its beginning until its end and the whole window after that. Weiban counts it some time in
 * between, so whatever its windows are, sliding or by the calendar, none ever holds more calls than one counted here.
 */
export function createCallLog(windows: readonly Window[]): CallLog {
  let inFlight = 0;
  let ends: number[] = [];
  // For each window, where the ends that it counts begin.
  let heads = windows.map(() => 0);
  return {
    begin: () => void inFlight++,
    end(now) {
      inFlight--;
      ends.push(now);
    },
    wait(now) {
      let wait = 0;
      heads = windows.map(([span, most], at) => {
        let head = heads[at] ?? 0;
        while ((ends[head] ?? now) <= now - span) head++;
        const over = ends.length - head + inFlight - most;
        if (over >= 0) wait = Math.max(wait, (ends[head + over] ?? Infinity) + span - now);
        return head;
      });
      const forgotten = Math.min(...heads);
      if (forgotten > 999) {
        ends = ends.slice(forgotten);
        heads = heads.map((head) => head - forgotten);
      }
      return wait;
    },
  };
}
