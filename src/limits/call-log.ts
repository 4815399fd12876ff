import type { Window } from './gate.ts';

/** The calls to one endpoint that count in its windows. */
export interface CallLog {
  begin(): void;
  /** Marks the end of a call that began. `now` is in milliseconds. */
  end(now: number): void;
  /** Milliseconds until one more call fits; `Infinity` if only the end of a call makes room. */
  wait(now: number): number;
}

/**
 * Creates a log that counts a call from its start until a full window after its end. Weiban counts it at some
 * time in between. So no window of Weiban's, sliding or by the calendar, ever contains more calls than a
 * window counted here.
 */
export function createCallLog(windows: readonly Window[]): CallLog {
  let inFlight = 0;
  let ends: number[] = [];
  // For each window, the index of the first end that it counts.
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
