import { createHash } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';

/** How often the same read may be made in this many milliseconds. */
const [MOST, WINDOW] = [5, 60_000];
/** The most reads that are remembered, the latest ones. */
const REMEMBERED = 1000;

/**
 * Creates the check for an agent that loops. Given a read with everything that makes its answer, it returns undefined, or
 * the milliseconds to wait if the same read was made too often in the last minute.
 */
export function createRepeatCheck(clock: Clock): (read: string) => number | undefined {
  const seen = new Map<string, number[]>();
  return (read) => {
    const key = createHash('sha256').update(read).digest('base64');
    const now = clock.now();
    const recent = (seen.get(key) ?? []).filter((time) => time > now - WINDOW);
    const [oldest = now] = recent;
    if (recent.length >= MOST) return Math.ceil(oldest + WINDOW - now);
    seen.delete(key);
    seen.set(key, [...recent, now]);
    const [first] = seen.keys();
    if (seen.size > REMEMBERED && first !== undefined) seen.delete(first);
    return undefined;
  };
}
