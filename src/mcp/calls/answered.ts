import type { ToolContext } from '../tool.ts';
import { cleanAndMasked, roomBeside, UNTRUSTED } from './clean.ts';
import { type ChosenField, chosen } from './fields.ts';
import { cutNotes, shrunkTo } from './shrink.ts';

/**
 * The answer of a tool that holds what the API answered: clean, masked, and cut to the budget.
 *
 * @param more members that stand before it.
 */
export function answered(
  { budget, masker }: ToolContext,
  answer: unknown,
  { fields = [], more = {} }: { readonly fields?: readonly ChosenField[]; readonly more?: object },
): Readonly<Record<string, unknown>> {
  const room = roomBeside(budget, { ...more, answer: null, cut: {} });
  const { value, cuts } = shrunkTo(room, chosen(cleanAndMasked(masker, answer), fields));
  const cut = cutNotes(cuts);
  return { ...more, untrusted: UNTRUSTED, answer: value, ...(cut && { cut }) };
}
