import { nearest } from '../base/nearest.ts';
import { describeOperation } from './describe-operation.ts';
import type { OperationName } from './find-operation.ts';
import { isScalar } from './parameters.ts';
import { schemaFields } from './schema-fields.ts';
import { followed, type Schema, type TextLanguage } from './specification.ts';

/** A dotted name of which the specification lacks a step. */
export interface UnknownField {
  readonly name: string;
  /** The step that is not specified, and those that are. */
  readonly step: string;
  readonly near: string | undefined;
  readonly known: readonly string[];
}

/** The schema of the rows of a list, or of the answer without rows. `items` is the dotted path of the rows. */
export function rowSchema(operation: OperationName, items = ''): Schema {
  const rows = listSchema(describeOperation(operation).result, items);
  return followed(rows).items ?? rows;
}

/** The schema of the list in a result; the result itself without a path. `items` is the dotted path of the rows. */
export function listSchema(result: Schema, items: string, language?: TextLanguage): Schema {
  const steps = items === '' ? [] : items.split('.');
  return steps.reduce((at, step) => followed(at, language).properties?.[step] ?? {}, result);
}

/** What is wrong with a dotted name such as `tags.name`; undefined if the specification has it, or may have it. */
export function unknownField(name: string, schema: Schema): UnknownField | undefined {
  let at = schema;
  for (const step of name.split('.')) {
    const known = schemaFields(at).map((field) => field.name);
    // What an object without specified fields holds is not known, so anything may be named.
    if (known.length === 0 && !isScalar(followed(at))) return undefined;
    const member = memberOf(at, step);
    if (!member) return { name, step, near: nearest(step, known), known };
    at = member;
  }
  return undefined;
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
