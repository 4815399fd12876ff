import { type FieldPlan, NOTHING } from './field-plan.ts';
import type { Sighting } from './sighting.ts';
import { typeOf, valueOrType, valuesInWords } from './type-of.ts';

/** Names told of in one object; more than these are data's, not the vendor's. */
const MOST_NAMES = 50;

type Fields = Readonly<Record<string, unknown>>;

/**
 * What an answer holds beyond the specification, which a validator lets through: fields that are not documented, and values
 * that are not among the documented ones.
 */
export function beyond(root: FieldPlan, answer: unknown, large: ReadonlySet<unknown>): Sighting[] {
  const found: Sighting[] = [];
  const path: string[] = [];
  visit(root, answer);
  return found;

  function visit(plan: FieldPlan, value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      if (plan.known !== undefined) visitValue(plan.known, value);
    } else if (!Array.isArray(value)) {
      // Sound: what is an object and no list has string keys.
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
      const field = fields.get(name) ?? plan.others;
      if (field === undefined) unknown.push(name);
      else if (field !== NOTHING) {
        path.push(fields.has(name) ? name : '*');
        visit(field, value[name]);
        path.pop();
      }
    }
    if (plan.isClosed && unknown.length > 0) tellOf(unknown, value);
  }

  function tellOf(names: readonly string[], value: Fields): void {
    for (const [index, name] of names.entries()) {
      const shown = index < MOST_NAMES && isFieldName(name) ? name : '*';
      const got = typeOf(value[name], large);
      found.push({ kind: 'undocumented', path: [...path, shown], expected: 'nothing', got });
    }
  }

  function visitValue(known: readonly unknown[], value: unknown): void {
    // Null and values of another type are the validator's to object to.
    if (known.includes(value) || !known.some((each) => typeof each === typeof value)) return;
    const got = valueOrType(value, large);
    found.push({ kind: 'new-value', path: [...path], expected: valuesInWords(known), got });
  }
}

/** Whether a name looks like a field's. One that does not may be an id, a phone number or a person's name. */
function isFieldName(name: string): boolean {
  const isMixed = /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name);
  return /^[A-Za-z_][\w-]{0,39}$/.test(name) && !/\d{4}/.test(name) && !(isMixed && name.length > 15);
}
