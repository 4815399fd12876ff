import { isWord, say } from '../../generate/words.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { type Model, resolve } from '../../spec/model.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import type { Words } from '../words.ts';

/** A value that a field may have, and what it means. */
interface ValueView {
  readonly value: string;
  readonly meaning?: string;
}

/** One field or argument, with the fields inside it. */
export interface FieldView {
  readonly name: string;
  /** Its address on the page: `result.opportunity.stage`. */
  readonly anchor: string;
  /** As TypeScript writes it: `string`, `integer | null`, `object[]`. */
  readonly type: string;
  readonly isRequired?: true;
  /** Short remarks beside the type: its place, unit, bounds and default. */
  readonly marks?: readonly string[];
  /** Prose with `code`. Lines are paragraphs. */
  readonly text?: string;
  readonly values?: readonly ValueView[];
  readonly fields?: readonly FieldView[];
}

/** What a field is built from. */
export interface FieldSource {
  readonly model: Model;
  readonly words: Words;
  /** Receives each field with its schema as written, for the list of corrections. */
  readonly seen?: (path: string, schema: Schema) => void;
}

/**
 * The fields of a schema as a tree. A schema that contains itself is not entered again. Schemas that refer to each other
 * have more fields than anyone reads: these are shown down to the level at which there are few enough.
 */
export function fieldTree(source: FieldSource, schema: Schema | undefined, anchor: string): FieldView[] {
  if (schema === undefined) return [];
  let tree: FieldView[] = [];
  for (let levels = 1; ; levels++) {
    const walk: Walk = { ...source, levels, isCut: false, found: [] };
    const deeper = fieldsBelow(walk, schema, { anchor, path: '' }, []);
    const isWhole = !walk.isCut;
    if (levels > 1 && walk.found.length > MOST_FIELDS) return tree;
    if (isWhole) {
      for (const [path, found] of walk.found) source.seen?.(path, found);
      return deeper;
    }
    tree = deeper;
  }
}

/** The most fields on a page, unless the first level has more. */
const MOST_FIELDS = 400;

interface Walk extends FieldSource {
  /** How many schemas deep the walk goes. */
  readonly levels: number;
  /** Whether there was more below. */
  isCut: boolean;
  readonly found: [path: string, schema: Schema][];
}

/** Where the fields of a schema are: on the page, and in the answer. */
interface Place {
  readonly anchor: string;
  readonly path: string;
}

function fieldsBelow(walk: Walk, schema: Schema, place: Place, enclosing: readonly Schema[]): FieldView[] {
  const object = resolve(walk.model.document, schema);
  const entered = enter(walk, object, enclosing);
  if (entered === undefined) return [];
  const own = Object.entries(object.properties ?? {}).map(([name, member]) => {
    const at = { anchor: `${place.anchor}.${name}`, path: `${place.path}${name}` };
    const field = fieldView(walk, name, at.anchor, member, object.required?.includes(name) ?? false);
    walk.found.push([at.path, withTarget(walk.model, member)]);
    const fields = inside(walk, member, at, entered);
    return fields.length > 0 ? { ...field, fields } : field;
  });
  const parts = [...(object.allOf ?? []), ...(object.oneOf ?? []), ...(object.anyOf ?? [])];
  return [...own, ...parts.flatMap((part) => fieldsBelow(walk, part, place, entered))];
}

function inside(walk: Walk, schema: Schema, place: Place, enclosing: readonly Schema[]): FieldView[] {
  const target = resolve(walk.model.document, schema);
  if (target.items === undefined)
    return fieldsBelow(walk, target, { ...place, path: `${place.path}.` }, enclosing);
  const entered = enter(walk, target, enclosing);
  if (entered === undefined) return [];
  return inside(walk, target.items, { ...place, path: `${place.path}[]` }, entered);
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

/** One field or argument, without the fields inside it. */
export function fieldView(
  { model, words }: FieldSource,
  name: string,
  anchor: string,
  schema: Schema,
  isRequired: boolean,
): FieldView {
  const target = withTarget(model, schema);
  const marks = marksOf(target, words);
  const text = textOf(target, words);
  const values = valuesOf(target);
  return {
    name,
    anchor,
    type: typeName(model, target, words),
    ...(isRequired && { isRequired }),
    ...(marks.length > 0 && { marks }),
    ...(text !== '' && { text }),
    ...(values.length > 0 && { values }),
  };
}

/** A schema with its target's keywords. Those beside the reference win. */
function withTarget(model: Model, schema: Schema): Schema {
  const { $ref: _, ...keywords } = schema;
  return { ...resolve(model.document, schema), ...keywords };
}

function typeName(model: Model, schema: Schema, words: Words): string {
  const listed = [schema.type ?? impliedType(schema)].flat();
  const types = schema.const === undefined ? listed.filter((type) => type !== 'null') : [typeof schema.const];
  const names = schema['x-exact'] === true ? ['string'] : types.map(nameOf);
  function nameOf(type: unknown): string {
    if (type !== 'array') return String(type);
    const items = schema.items && resolve(model.document, schema.items);
    const name = items === undefined ? words.unknownType : typeName(model, items, words);
    return name.includes(' ') ? `(${name})[]` : `${name}[]`;
  }
  if (names.length === 0) names.push(words.unknownType);
  if (Array.isArray(schema.type) && schema.type.includes('null')) names.push('null');
  return names.join(' | ');
}

function impliedType(schema: Schema): string[] {
  if (schema.properties !== undefined || schema.allOf !== undefined) return ['object'];
  return [...new Set((schema.enum ?? []).map((value) => typeof value))];
}

function marksOf(schema: Schema, words: Words): string[] {
  const unit = typeof schema.format === 'string' ? words.units[schema.format] : undefined;
  const bounds = Object.entries(words.bounds).flatMap(([keyword, say]) => {
    const value = schema[keyword];
    return typeof value === 'number' ? [say(value)] : [];
  });
  return [
    ...(schema['x-exact'] === true ? [words.exact] : []),
    ...(schema.contentMediaType !== undefined ? [words.jsonText] : []),
    ...(unit === undefined ? [] : [unit]),
    ...bounds,
    ...(schema.default === undefined ? [] : [`${words.default} ${exactJson(schema.default)}`]),
    ...(schema.deprecated === true ? [words.deprecated] : []),
  ];
}

function textOf(schema: Schema, words: Words): string {
  const word = `evidence_${schema['x-evidence']}`;
  const evidence = isWord(word) ? say(words.language, word) : undefined;
  return [schema.description?.trim(), evidence].filter(Boolean).join('\n');
}

function valuesOf(schema: Schema): ValueView[] {
  const meanings = isObject(schema['x-meanings']) ? schema['x-meanings'] : {};
  const known = schema.const === undefined ? (schema.enum ?? schema['x-known-values']) : [schema.const];
  const listed = Array.isArray(known) ? known.map(String) : [];
  return [...new Set([...listed, ...Object.keys(meanings)])].map((value) => {
    const meaning = meanings[value];
    return meaning === undefined ? { value } : { value, meaning: String(meaning) };
  });
}
