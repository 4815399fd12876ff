import { limits } from '../../generated/operations.ts';

/** The pauses of one company, by class of call. */
export interface Pauses {
  /** Milliseconds since the epoch at which calls of the class may go on; a time gone by where they may. */
  until(limit: string): number;
  /** The code that the class is paused for, if that is known. */
  code(limit: string): number | undefined;
  /**
   * Weiban refused a call for its limits. Resolves to the pause in milliseconds; 0 where the call belongs to a refusal
   * that was heard of already, for several are in flight when a limit breaks.
   */
  refuse(limit: string, code: number, begunAt: number, now: number): number;
  /** Weiban let a call through. */
  pass(limit: string, begunAt: number): void;
  /** Another process heard of a limit. */
  adopt(limit: string, until: number): void;
}

interface Pause {
  readonly until: number;
  readonly step: number;
  readonly code: number | undefined;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
// A calendar day at Weiban ends at midnight in China.
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Too many calls in flight is over in a moment: a second, doubled each time it happens again. A broken window blocks
 * for a minute, then an hour, a day, a month (doc-382947); which one it was, Weiban does not say, so the shortest is
 * taken first and the next one when calls are refused after it.
 */
export function createPauses(): Pauses {
  const pauses = new Map<string, Pause>();
  const blocks = Object.values(limits.blocks);
  return {
    until: (limit) => pauses.get(limit)?.until ?? 0,
    code: (limit) => pauses.get(limit)?.code,
    refuse(limit, code, begunAt, now) {
      const last = pauses.get(limit);
      if (last && begunAt < last.until) return 0;
      const step = last?.code === code ? last.step + 1 : 0;
      const block = blocks[Math.min(step, blocks.length - 1)];
      const window =
        typeof block === 'number' ? block * SECOND_MS : DAY_MS - ((now + CHINA_OFFSET_MS) % DAY_MS);
      const length = code === limits.in_flight.code ? SECOND_MS * 2 ** step : window;
      pauses.set(limit, { until: now + length, step, code });
      return length;
    },
    pass(limit, begunAt) {
      const last = pauses.get(limit);
      if (last && begunAt >= last.until) pauses.delete(limit);
    },
    adopt(limit, until) {
      const last = pauses.get(limit);
      if (!last || last.until < until) pauses.set(limit, { step: 0, code: undefined, ...last, until });
    },
  };
}
