import { stringifyExact } from '../base/exact-json.ts';
import { jsonIn } from './json-in.ts';
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

/** What {@link createReplacer} goes by. */
export interface ReplacerParts {
  readonly specification: Specification;
  readonly pseudonyms: Pseudonyms;
}

/**
 * Gives a value with everything replaced but what the specification says is safe to keep. `data` are the texts that are
 * known to be values: no name of a field is one of them.
 */
export type Replacer = (value: unknown, schema: Schema, data: ReadonlySet<string>) => unknown;

/** The largest whole number that a list of values may not name yet and no id or phone could be. */
const SMALL = 999;
/** Codes of errors have up to five digits. */
const CODE = /^-?\d{1,6}$/;
/** Such names as the API gives its fields. */
const FIELD_NAME = /^[a-z][a-z_]{0,39}$/;

/**
 * Makes what replaces answers and arguments. Kept are documented names, true, false, null, what is empty,
 * 0, listed values, the envelope's code and its documented messages; a name that is not documented only if it is made
 * of the API's own words and is no value too.
 */
export function createReplacer({ specification, pseudonyms }: ReplacerParts): Replacer {
  const { schemas, words, messages, codeFields, messageFields } = specification;

  return (value, schema, data) => replaceTop(value, placeOf([schema], schemas), data);

  /** The envelope's own fields stand in the answer itself and nowhere deeper. */
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

  /** JSON inside a text is replaced inside, so that it stays JSON. */
  function replaceText(text: string, data: ReadonlySet<string>): string {
    const inner = jsonIn(text);
    return inner === undefined ? pseudonyms.ofText(text) : stringifyExact(replace(inner, [], data));
  }
}

function isSafe(value: string | number | bigint, place: Place): boolean {
  const listed = listedValues(place);
  if (listed.some((one) => String(one) === String(value))) return true;
  return listed.length > 0 && Number.isInteger(value) && Math.abs(Number(value)) <= SMALL;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
