import type { AnswerSchema } from '../../generated/validators/index.ts';
import { type Definitions, fieldOf, follow } from './follow.ts';
import type { Sighting } from './sighting.ts';
import { typeOf, valueOrType, valuesInWords } from './type-of.ts';

/** Names told of in one object; more than these are data's, not the vendor's. */
const MOST_NAMES = 50;

/**
 * What an answer holds beyond the specification, which a validator lets through: fields that are not documented, and values
 * that are not among the documented ones.
 */
export function beyond(root: AnswerSchema, answer: unknown, large: ReadonlySet<unknown>): Sighting[] {
  const definitions: Definitions = root.$defs ?? {};
  const found: Sighting[] = [];
  const path: string[] = [];
  visit(root, answer);
  return found;

  function visit(given: AnswerSchema, value: unknown): void {
    const schema = given.$ref === undefined ? given : follow(given, definitions);
    if (typeof value !== 'object' || value === null) {
      const known = schema['x-known-values'];
      if (known !== undefined) visitValue(known, value);
    } else if (!Array.isArray(value)) {
      // Sound: what is an object and no list has string keys.
      if (namesFields(schema)) visitObject(schema, value as Readonly<Record<string, unknown>>);
    } else if (schema.items !== undefined) {
      path.push('*');
      for (const item of value) visit(schema.items, item);
      path.pop();
    }
  }

  function visitObject(schema: AnswerSchema, value: Readonly<Record<string, unknown>>): void {
    const unknown: string[] = [];
    for (const name in value) {
      const field = fieldOf(schema, name);
      if (field === undefined) unknown.push(name);
      else if (isWorthVisiting(field)) {
        path.push(field === schema.additionalProperties ? '*' : name);
        visit(field, value[name]);
        path.pop();
      }
    }
    if (schema.additionalProperties === undefined) tellOf(unknown, value);
  }

  function tellOf(names: readonly string[], value: Readonly<Record<string, unknown>>): void {
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

/** Whether a schema says what an object may hold. One without properties is free; of a composed one no branch says it all. */
function namesFields({ properties, additionalProperties, allOf, anyOf, oneOf }: AnswerSchema): boolean {
  const isComposed = allOf !== undefined || anyOf !== undefined || oneOf !== undefined;
  return !isComposed && (properties !== undefined || typeof additionalProperties === 'object');
}

function isWorthVisiting(schema: AnswerSchema): boolean {
  const { $ref, items } = schema;
  return $ref !== undefined || items !== undefined || 'x-known-values' in schema || namesFields(schema);
}

/** Whether a name looks like a field's. One that does not may be an id, a phone number or a person's name. */
function isFieldName(name: string): boolean {
  const isMixed = /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name);
  return /^[A-Za-z_][\w-]{0,39}$/.test(name) && !/\d{4}/.test(name) && !(isMixed && name.length > 15);
}
