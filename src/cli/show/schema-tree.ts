import { followed, type Schema, typesOf } from '../specification.ts';

/** A line of the tree: where it stands, what it is, what is said of it. */
export interface TreeLine {
  /** The branch drawn before the name, and the name; a `?` behind one that may be missing. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The fields below a schema as a tree, each once: a schema that holds itself is not followed again. */
export function schemaTree(schema: Schema): TreeLine[] {
  return branches(schema, '', []);
}

function branches(given: Schema, indent: string, inside: readonly string[]): TreeLine[] {
  const reference = given.$ref;
  if (reference !== undefined && inside.includes(reference)) return [];
  const deeper = reference === undefined ? inside : [...inside, reference];
  const schema = followed(given);
  if (schema.items) return branches(schema.items, indent, deeper);
  const choices = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const fields = Object.entries(schema.properties ?? {});
  const own = fields.flatMap(([name, field], at) => {
    const isLast = at === fields.length - 1;
    const mark = schema.required?.includes(name) ? '' : '?';
    const line = {
      name: `${indent}${isLast ? '└─ ' : '├─ '}${name}${mark}`,
      type: typeText(field),
      text: textOf(followed(field)),
    };
    return [line, ...branches(field, `${indent}${isLast ? '   ' : '│  '}`, deeper)];
  });
  return [...own, ...choices.flatMap((choice) => branches(choice, indent, deeper))];
}

/** A schema's type in a few words: `integer?`, `Staff[]`, `string (unix-seconds)`. */
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

function textOf({ description = '', enum: values, ...schema }: Schema): string {
  const known = schema['x-known-values'];
  const meanings = schema['x-meanings'];
  const listed = values ?? (Array.isArray(known) ? known : []);
  const texts = listed.map((value) => {
    const meaning = Object(meanings)[String(value)];
    return meaning === undefined ? String(value) : `${value} ${meaning}`;
  });
  return [description, texts.length > 0 ? `[${texts.join('; ')}]` : ''].filter(Boolean).join(' ');
}
