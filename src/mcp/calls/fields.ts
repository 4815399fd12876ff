import { type OperationName, rowSchema, unknownField, withFields } from '../../catalogue/index.ts';
import { refusal } from './tool-refusal.ts';

/** A field to answer with: its name as it was given, its dotted name, and the character at which its text begins. */
export interface ChosenField {
  readonly given: string;
  readonly name: string;
  readonly from: number;
}

/**
 * Reads `fields`: dotted names, each with `@` and a number to leave out so many characters of its text.
 *
 * @param items where the rows are; empty where there are none.
 * @throws ToolRefusal for a name that the specification does not have.
 */
export function chosenFields(
  operation: OperationName,
  items: string,
  names: readonly string[],
): readonly ChosenField[] {
  if (names.length === 0) return [];
  const schema = rowSchema(operation, items);
  return names.map((given) => {
    const [, name = given, from = '0'] = /^(.*)@(\d{1,9})$/s.exec(given) ?? [];
    const unknown = unknownField(name, schema);
    if (unknown) {
      const { step, near, known } = unknown;
      const hint = near ? `Did you mean ${near}?` : `There is ${known.join(', ') || 'none'}.`;
      const shown = JSON.stringify(step.slice(0, 60));
      throw refusal('UnknownField', `${operation.name} has no field ${shown}.`, hint);
    }
    return { given, name, from: Number(from) };
  });
}

/** The chosen fields of a row or an answer; all of it if none are chosen. */
export function chosen(value: unknown, fields: readonly ChosenField[]): unknown {
  if (fields.length === 0) return value;
  return Object.fromEntries(
    fields.map(({ given, name, from }) => [given, textsFrom(withFields(value, [name])[name], from)]),
  );
}

function textsFrom(value: unknown, from: number): unknown {
  if (from === 0) return value;
  if (typeof value === 'string') return value.slice(from);
  return Array.isArray(value) ? value.map((item) => textsFrom(item, from)) : value;
}
