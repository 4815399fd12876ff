import { changeAt, mayHoldLarge, parseExact, stringifyExact } from '../base/exact-json.ts';
import type { Emit } from '../base/hooks.ts';
import type { Operation } from '../base/operation.ts';

/**
 * Turns every integer that the specification marks as exact into a string of its digits, in place. Reports
 * other large integers through the `onLargeInteger` hook.
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

/**
 * Returns an answer's text with exact integers as strings, for callers that parse it themselves; unchanged if
 * it has none.
 */
export function exactText(operation: Operation, text: string, emit: Emit): string {
  if (operation.exactAnswer.length === 0 && !mayHoldLarge(text)) return text;
  const parsed = parseExact(text);
  if (operation.exactAnswer.length === 0 && parsed.large.length === 0) return text;
  settleExact(operation, parsed, emit);
  return stringifyExact(parsed.value);
}
