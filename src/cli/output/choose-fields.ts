import { nearest } from '../../base/nearest.ts';
import { followed, isScalar, type Schema, schemaFields } from '../../catalogue/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The dotted names in `--fields a,b.c`.
 *
 * @param schema what the rows or the answer hold, as specified.
 * @throws UsageError if the specification has no such field, with the nearest name.
 */
export function parseFields(text: string, schema: Schema): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new UsageError('missingValue', { given: '--fields' });
  for (const name of names) requireField(name, schema);
  return names;
}

/**
 * The names of `--fields` for rows that the specification does not describe; undefined if it was not given.
 * @param example a row; the fields that it has are the fields that may be named.
 * @throws UsageError if the row has no such field, with the nearest name.
 */
export function rowFields(text: string | undefined, example: object): string[] | undefined {
  if (text === undefined) return undefined;
  const fields = Object.keys(example).map((name): [string, Schema] => [name, { type: 'string' }]);
  return parseFields(text, { properties: Object.fromEntries(fields) });
}

function requireField(name: string, schema: Schema): void {
  let at = schema;
  for (const step of name.split('.')) {
    const fields = schemaFields(at).map((field) => field.name);
    // What an object without specified fields holds is not known, so anything may be named.
    if (fields.length === 0 && !isScalar(followed(at))) return;
    const member = memberOf(at, step);
    if (!member) {
      const near = nearest(step, fields);
      throw new UsageError(near ? 'unknownFieldNear' : 'unknownField', {
        name,
        step,
        near: near ?? '',
        known: fields.join(', '),
      });
    }
    at = member;
  }
}

function memberOf(given: Schema, name: string): Schema | undefined {
  const schema = followed(given);
  if (schema.items) return memberOf(schema.items, name);
  if (Object.hasOwn(schema.properties ?? {}, name)) return schema.properties?.[name];
  const choices = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  for (const choice of choices) {
    const found = memberOf(choice, name);
    if (found) return found;
  }
  return undefined;
}

/** An object with the chosen fields of a value, under their dotted names. */
export function withFields(value: unknown, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fieldAt(value, name.split('.'))]));
}

/** The value of a field; a list on the way gives the values of its items. */
function fieldAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => fieldAt(item, [name, ...rest]));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return fieldAt(Reflect.get(value, name), rest);
}
