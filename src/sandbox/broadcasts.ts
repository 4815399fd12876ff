import { sendingTimes } from '../../generated/sandbox.ts';
import type { JsonObject } from './paths.ts';

/** The operations that create broadcasts and Moments, and the fields of their lists with the time of sending. */
const TIMES: Readonly<Record<string, readonly string[]>> = sendingTimes;
const CHINA_MS = 8 * 3_600_000;

/**
 * The arguments of a call, and of one that sends something the time of sending, which the call itself does not have.
 *
 * @param now Milliseconds since 1970.
 */
export function withSendingTime(id: string, args: JsonObject, now: number): JsonObject {
  const names = Object.hasOwn(TIMES, id) ? TIMES[id] : undefined;
  if (!names) return args;
  const text = new Date(now + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
  return { ...args, ...Object.fromEntries(names.map((name) => [name, text])) };
}
