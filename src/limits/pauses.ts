import { limits } from '../../generated/operations.ts';

/** The pauses of one company, by class of call. */
export interface Pauses {
  /** When calls of the class may continue, in milliseconds since the epoch; a past time if they are not paused. */
  until(limit: string): number;
  /** The error code that paused the class, if it is known. */
  code(limit: string): number | undefined;
  /**
   * Weiban refused a call because of its limits. Returns the length of the pause in milliseconds; 0 if the
   * call began before the last pause ended, because several calls are in flight when a limit is exceeded.
   */
  refuse(limit: string, code: number, begunAt: number, now: number): number;
  /** Weiban accepted a call. */
  pass(limit: string, begunAt: number): void;
  /** Another process hit a limit, and pauses the class until then. */
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
 * Creates the pauses of one company. Too many calls in flight need only a short pause: a second, doubled each
 * time it happens again. An exceeded window blocks for a minute, then an hour, a day, a month (doc-382947).
 * Weiban does not say which block applies, so the shortest is assumed, and the next one if calls are refused
 * after it.
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
      const block = code === limits.in_flight.code ? 2 ** step : blocks[Math.min(step, blocks.length - 1)];
      const length =
        block === 'calendar-day' ? DAY_MS - ((now + CHINA_OFFSET_MS) % DAY_MS) : Number(block) * SECOND_MS;
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
