import { changeAt, mayHoldLarge, parseExact, stringifyExact } from '../base/exact-json.ts';
import type { Emit } from '../base/hooks.ts';
import type { Operation } from '../base/operation.ts';

/**
 * Makes every whole number that the specification calls exact the string of its digits, in place, and reports those
 * that were too large elsewhere.
 */
export function settleExact(
  operation: Operation,
  { value, large }: { readonly value: unknown; readonly large: readonly string[] },
  emit: Emit,
): void {
  const expected = new Set<unknown>();
  for (const path of operation.exactAnswer) {
    changeAt(value, path, (found) => {
      const text = typeof found === 'number' ? String(found) : found;
      expected.add(text);
      return text;
    });
  }
  if (!emit) return;
  for (const digits of large)
    if (!expected.has(digits)) emit('onLargeInteger', { operation: operation.id, digits });
}

/** An answer's text with exact numbers as strings, for who parses it himself; the very text where there are none. */
export function exactText(operation: Operation, text: string, emit: Emit): string {
  if (operation.exactAnswer.length === 0 && !mayHoldLarge(text)) return text;
  const parsed = parseExact(text);
  if (operation.exactAnswer.length === 0 && parsed.large.length === 0) return text;
  settleExact(operation, parsed, emit);
  return stringifyExact(parsed.value);
}
