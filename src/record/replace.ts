import { stringifyExact } from '../base/exact-json.ts';
import { isObject } from '../base/is-object.ts';
import { jsonIn } from '../base/json-in.ts';
import {
  fieldSchemas,
  itemSchemas,
  listedValues,
  memberSchemas,
  type Place,
  placeOf,
  type Schema,
} from './place.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Specification } from './specification.ts';

/** The parts that {@link createReplacer} needs. */
export interface ReplacerParts {
  readonly specification: Specification;
  readonly pseudonyms: Pseudonyms;
}

/**
 * Replaces everything in a value except what the specification declares safe. `data` are texts known to be
 * values: a name that is one of them is not a field name.
 */
export type Replacer = (value: unknown, schema: Schema, data: ReadonlySet<string>) => unknown;

/** The largest integer that may be a new value of a list; ids and phone numbers are larger. */
const SMALL = 999;
/** Error codes have up to six digits. */
const CODE = /^-?\d{1,6}$/;
/** The form of the API's field names. */
const FIELD_NAME = /^[a-z][a-z_]{0,39}$/;

/**
 * Creates the replacer of answers and arguments. It keeps documented names, true, false, null, empty values,
 * 0, listed values, the envelope's code and its documented messages. It keeps an undocumented name only if
 * the name consists of the API's own words and is not also a value.
 */
export function createReplacer({ specification, pseudonyms }: ReplacerParts): Replacer {
  const { schemas, words, messages, codeFields, messageFields } = specification;

  return (value, schema, data) => replaceTop(value, placeOf([schema], schemas), data);

  /** The envelope's fields are at the top level of an answer and nowhere deeper. */
  function replaceTop(value: unknown, place: Place, data: ReadonlySet<string>): unknown {
    const replaced = replace(value, place, data);
    if (!isObject(value) || !isObject(replaced)) return replaced;
    const kept = Object.entries(value).filter(
      ([name, member]) =>
        (codeFields.has(name) && CODE.test(String(member))) ||
        (messageFields.has(name) && typeof member === 'string' && messages.has(member)),
    );
    return { ...replaced, ...Object.fromEntries(kept) };
  }

  function replace(value: unknown, place: Place, data: ReadonlySet<string>): unknown {
    if (Array.isArray(value)) {
      const items = placeOf(itemSchemas(place), schemas);
      return value.map((item) => replace(item, items, data));
    }
    if (isObject(value)) return replaceObject(value, place, data);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return value;
    if (isSafe(value, place)) return value;
    return typeof value === 'string' ? replaceText(value, data) : pseudonyms.ofNumber(value);
  }

  function replaceObject(value: Fields, place: Place, data: ReadonlySet<string>): unknown {
    const taken = new Set<string>();
    const isMap = memberSchemas(place).length > 0;
    const entries = Object.entries(value).map(([name, member]): [string, unknown] => {
      const own = fieldSchemas(place, name);
      let key = own.length > 0 || (!isMap && isFieldName(name, data)) ? name : pseudonyms.ofText(name);
      while (taken.has(key)) key += '_';
      taken.add(key);
      return [key, replace(member, placeOf(own.length > 0 ? own : memberSchemas(place), schemas), data)];
    });
    return Object.fromEntries(entries);
  }

  function isFieldName(name: string, data: ReadonlySet<string>): boolean {
    return FIELD_NAME.test(name) && !data.has(name) && name.split('_').every((word) => words.has(word));
  }

  /** Replaces the values inside JSON text, so that it stays JSON. */
  function replaceText(text: string, data: ReadonlySet<string>): string {
    const inner = jsonIn(text);
    return inner === undefined ? pseudonyms.ofText(text) : stringifyExact(replace(inner, [], data));
  }
}

function isSafe(value: string | number | bigint, place: Place): boolean {
  const listed = listedValues(place);
  if (listed.some((candidate) => String(candidate) === String(value))) return true;
  return listed.length > 0 && Number.isInteger(value) && Math.abs(Number(value)) <= SMALL;
}

type Fields = Readonly<Record<string, unknown>>;
