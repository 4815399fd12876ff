import { parseExact } from '../../base/exact-json.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Parses a JSON value from the user. Integers beyond 2^53 become bigints, so that they are sent with all their digits.
 *
 * @param where the flag or the file that the text comes from, for the error.
 * @throws UsageError if the text is not JSON.
 */
export function parseInput(text: string, where: string): unknown {
  try {
    return withBigints(JSON.parse(text), parseExact(text).value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError('notJson', { where, problem: error.message });
  }
}

/** Replaces rounded numbers: if the exact value is a string of digits, the number is too large for a double. */
function withBigints(rounded: unknown, exact: unknown): unknown {
  if (typeof rounded === 'number' && typeof exact === 'string') return BigInt(exact);
  if (Array.isArray(rounded)) return rounded.map((item, at) => withBigints(item, Object(exact)[at]));
  if (typeof rounded !== 'object' || rounded === null) return rounded;
  return Object.fromEntries(
    Object.entries(rounded).map(([name, item]) => [name, withBigints(item, Object(exact)[name])]),
  );
}
