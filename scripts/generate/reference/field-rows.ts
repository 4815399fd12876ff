import type { Model } from '../../spec/model.ts';
import { resolve } from '../../spec/model.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import { schemaDoc } from '../schema-doc.ts';

/** One field of an object, at any depth. */
export interface FieldRow {
  /** The path of the field: `customers[].name`. */
  readonly path: string;
  /** A readable name of its type: `integer`, `list of strings`, `object`, `string or null`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** Everything else about the field, in plain lines. */
  readonly notes: readonly string[];
  /** The schema as written at this place, including corrections. */
  readonly schema: Schema;
}

/**
 * The fields of a schema, each followed by its own fields. A schema that contains itself is not entered again. Schemas that
 * refer to each other have more fields than anyone reads: these are shown down to the level at which there are few enough.
 */
export function fieldRows(model: Model, schema: Schema | undefined): FieldRow[] {
  if (schema === undefined) return [];
  let rows: FieldRow[] = [];
  for (let levels = 1; ; levels++) {
    const walk: Walk = { model, levels, isCut: false };
    const deeper = rowsBelow(walk, schema, '', []);
    if (levels > 1 && deeper.length > MOST_ROWS) return rows;
    if (!walk.isCut) return deeper;
    rows = deeper;
  }
}

/** The most fields on a page, unless the first level has more. */
const MOST_ROWS = 400;

interface Walk {
  readonly model: Model;
  /** How many schemas deep the walk goes. */
  readonly levels: number;
  /** Whether there was more below. */
  isCut: boolean;
}

function rowsBelow(walk: Walk, schema: Schema, prefix: string, enclosing: readonly Schema[]): FieldRow[] {
  const object = resolve(walk.model.document, schema);
  const entered = enter(walk, object, enclosing);
  if (entered === undefined) return [];
  const own = Object.entries(object.properties ?? {}).flatMap(([name, member]) => {
    const path = `${prefix}${name}`;
    const isRequired = object.required?.includes(name) ?? false;
    return [fieldRow(walk.model, path, member, isRequired), ...inside(walk, member, path, entered)];
  });
  const parts = [...(object.allOf ?? []), ...(object.oneOf ?? []), ...(object.anyOf ?? [])];
  return [...own, ...parts.flatMap((part) => rowsBelow(walk, part, prefix, entered))];
}

function inside(walk: Walk, schema: Schema, path: string, enclosing: readonly Schema[]): FieldRow[] {
  const target = resolve(walk.model.document, schema);
  if (target.items === undefined) return rowsBelow(walk, target, `${path}.`, enclosing);
  const entered = enter(walk, target, enclosing);
  return entered === undefined ? [] : inside(walk, target.items, `${path}[]`, entered);
}

/** The schemas around what is inside a schema; undefined if it is not to be entered. */
function enter(walk: Walk, schema: Schema, enclosing: readonly Schema[]): Schema[] | undefined {
  if (enclosing.includes(schema)) return undefined;
  if (enclosing.length < walk.levels) return [...enclosing, schema];
  walk.isCut ||= hasInside(schema);
  return undefined;
}

function hasInside({ properties, items, allOf, oneOf, anyOf }: Schema): boolean {
  return [properties, items, allOf, oneOf, anyOf].some((part) => part !== undefined);
}

/** One field or parameter as a row. */
export function fieldRow(model: Model, path: string, schema: Schema, isRequired: boolean): FieldRow {
  const target: Schema = { ...resolve(model.document, schema), ...siblings(schema) };
  return { path, type: typeName(model, target), isRequired, notes: notesOf(target), schema: target };
}

/** The keywords next to a reference. They win over those of its target. */
function siblings({ $ref: _, ...keywords }: Schema): Schema {
  return keywords;
}

function typeName(model: Model, schema: Schema): string {
  if (schema['x-exact'] === true) return nullable(schema, 'integer as a string of digits');
  if (schema.contentMediaType !== undefined) return nullable(schema, 'string of JSON');
  if (schema.const !== undefined) return typeof schema.const;
  const types = [schema.type ?? impliedType(schema)].flat().filter((type) => type !== 'null');
  const names = types.map((type) => {
    if (type !== 'array') return String(type);
    const items = schema.items && resolve(model.document, schema.items);
    return items === undefined ? 'list' : `list of ${typeName(model, items)}`;
  });
  return nullable(schema, names.join(' or ') || 'unknown');
}

function nullable(schema: Schema, name: string): string {
  return Array.isArray(schema.type) && schema.type.includes('null') ? `${name} or null` : name;
}

function impliedType(schema: Schema): string[] {
  if (schema.properties !== undefined || schema.allOf !== undefined) return ['object'];
  return [...new Set((schema.enum ?? []).map((value) => typeof value))];
}

function notesOf(schema: Schema): string[] {
  const values = (label: string, list: unknown) =>
    Array.isArray(list) && !isObject(schema['x-meanings'])
      ? [`${label}: ${list.map((value) => `\`${String(value)}\``).join(', ')}.`]
      : [];
  return [
    ...schemaDoc(schema)
      .split('\n')
      .filter((line) => line !== ''),
    ...values('One of', schema.enum),
    ...values('Known values', schema['x-known-values']),
    ...(schema.const === undefined ? [] : [`Always \`${String(schema.const)}\`.`]),
  ];
}
