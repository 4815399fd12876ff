import { randomUUID } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import type { Seal } from './seal.ts';

/** Milliseconds in which a preview can be confirmed. */
export const CONFIRM_WITHIN = 5 * 60_000;

/** Hands out confirmations of writes and takes them back, each once. */
export interface Confirmations {
  /** A confirmation for one write: `write` is its operation with the exact arguments. */
  readonly create: (write: string) => string;
  /** Whether the text confirms this write. It does so once, and only for a few minutes. */
  readonly use: (confirmation: string, write: string) => boolean;
}

/** Creates the store of confirmations. It remembers only those that were used and could still be used. */
export function createConfirmations(seal: Seal, clock: Clock): Confirmations {
  const used = new Map<string, number>();
  return {
    create: (write) => seal.close([randomUUID(), clock.now() + CONFIRM_WITHIN], write),
    use(confirmation, write) {
      const opened = seal.open(confirmation, write);
      if (!Array.isArray(opened)) return false;
      const [id, until] = [String(opened[0]), Number(opened[1])];
      const now = clock.now();
      for (const [key, end] of used) if (end < now) used.delete(key);
      if (until < now || used.has(id)) return false;
      used.set(id, until);
      return true;
    },
  };
}
