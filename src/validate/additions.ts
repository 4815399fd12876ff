import { type FieldPlan, NOTHING } from './field-plan.ts';
import type { Sighting } from './sighting.ts';
import { typeOf, valueOrType, valuesInWords } from './type-of.ts';

/** How many names of one object are reported; an object with more names uses data as names. */
const MOST_NAMES = 50;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds what an answer contains in addition to the specification, which a validator accepts: undocumented
 * fields, and values that are not among the documented ones.
 */
export function additionsIn(root: FieldPlan, answer: unknown, large: ReadonlySet<unknown>): Sighting[] {
  const found: Sighting[] = [];
  const path: string[] = [];
  visit(root, answer);
  return found;

  function visit(plan: FieldPlan, value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      if (plan.known !== undefined) visitValue(plan.known, value);
    } else if (!Array.isArray(value)) {
      // An object that is not a list has string keys.
      if (plan.fields !== undefined) visitObject(plan, plan.fields, value as Fields);
    } else if (plan.items !== undefined && plan.items !== NOTHING) {
      path.push('*');
      for (const item of value) visit(plan.items, item);
      path.pop();
    }
  }

  function visitObject(plan: FieldPlan, fields: ReadonlyMap<string, FieldPlan>, value: Fields): void {
    const unknown: string[] = [];
    for (const name in value) {
      const field = fields.get(name) ?? plan.additional;
      if (field === undefined) unknown.push(name);
      else if (field !== NOTHING) {
        path.push(fields.has(name) ? name : '*');
        visit(field, value[name]);
        path.pop();
      }
    }
    if (plan.isClosed && unknown.length > 0) report(unknown, value);
  }

  function report(names: readonly string[], value: Fields): void {
    for (const [index, name] of names.entries()) {
      const shown = index < MOST_NAMES && isFieldName(name) ? name : '*';
      const got = typeOf(value[name], large);
      found.push({ kind: 'undocumented', path: [...path, shown], expected: 'nothing', got });
    }
  }

  function visitValue(known: readonly unknown[], value: unknown): void {
    // The validator objects to null and to values of another type.
    if (known.includes(value) || !known.some((item) => typeof item === typeof value)) return;
    const got = valueOrType(value, large);
    found.push({ kind: 'new-value', path: [...path], expected: valuesInWords(known), got });
  }
}

/** Whether a name looks like a field name. Any other name may be an id, a phone number or a person's name. */
function isFieldName(name: string): boolean {
  const isMixed = /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name);
  return /^[A-Za-z_][\w-]{0,39}$/.test(name) && !/\d{4}/.test(name) && !(isMixed && name.length > 15);
}
