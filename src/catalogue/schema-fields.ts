import { followed, type Schema, type TextLanguage, typesOf } from './specification.ts';
import { type ValueFacts, valueFacts } from './value-facts.ts';

/** A field of an object, with its nested fields. */
export interface SchemaField {
  readonly name: string;
  readonly isRequired: boolean;
  /** The type in a few words: `integer`, `Staff[]`, `string (unix-seconds)`; a `?` marks a value that may be null. */
  readonly type: string;
  readonly description: string;
  readonly facts: ValueFacts;
  /** The fields of the object, or of each object in the list. */
  readonly fields: readonly SchemaField[];
}

/** The fields of a schema, including those of its `allOf`, `anyOf` and `oneOf`. Recursion is followed once. */
export function schemaFields(schema: Schema, language?: TextLanguage): SchemaField[] {
  return fieldsOf(schema, [], language);
}

function fieldsOf(given: Schema, inside: readonly string[], language?: TextLanguage): SchemaField[] {
  const reference = given.$ref;
  if (reference !== undefined && inside.includes(reference)) return [];
  const deeper = reference === undefined ? inside : [...inside, reference];
  const schema = followed(given, language);
  if (schema.items) return fieldsOf(schema.items, deeper, language);
  const own = Object.entries(schema.properties ?? {}).map(([name, field]): SchemaField => {
    const schemaOfField = followed(field, language);
    return {
      name,
      isRequired: schema.required?.includes(name) ?? false,
      type: typeText(field),
      description: schemaOfField.description ?? '',
      facts: valueFacts(schemaOfField),
      fields: fieldsOf(field, deeper, language),
    };
  });
  const choices = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [...own, ...choices.flatMap((choice) => fieldsOf(choice, deeper, language))];
}

function typeText(given: Schema): string {
  const schema = followed(given);
  const types = typesOf(schema);
  const mayBeNull = types.includes('null') ? '?' : '';
  if (schema.items) return `${typeText(schema.items)}[]${mayBeNull}`;
  const name =
    given.$ref?.replace('#/components/schemas/', '') ?? types.filter((type) => type !== 'null').join('|');
  const format = schema['x-exact'] === true ? 'exact' : schema.format;
  return `${name || 'unknown'}${mayBeNull}${format ? ` (${format})` : ''}`;
}
