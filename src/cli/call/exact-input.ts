import { parseExact } from '../../base/exact-json.ts';
import { UsageError } from '../usage-error.ts';

/**
 * A JSON value as the user wrote it: whole numbers beyond 2^53 are bigints, so that they go out with all their digits.
 *
 * @param where what the text is, for the error: a flag or a file.
 * @throws UsageError where the text is not JSON.
 */
export function parseInput(text: string, where: string): unknown {
  try {
    return withBigints(JSON.parse(text), parseExact(text).value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError('notJson', { where, problem: error.message });
  }
}

/** Where the one reading has a number and the exact one a string, the number is too large for a double. */
function withBigints(rounded: unknown, exact: unknown): unknown {
  if (typeof rounded === 'number' && typeof exact === 'string') return BigInt(exact);
  if (Array.isArray(rounded)) return rounded.map((item, at) => withBigints(item, Object(exact)[at]));
  if (typeof rounded !== 'object' || rounded === null) return rounded;
  return Object.fromEntries(
    Object.entries(rounded).map(([name, item]) => [name, withBigints(item, Object(exact)[name])]),
  );
}
