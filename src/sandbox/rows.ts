import { isObject } from '../base/is-object.ts';
import { numbered } from './numbered.ts';
import type { JsonObject } from './paths.ts';
import { type SandboxPerson, withPerson } from './persons.ts';
import { completeRow, type Variety, varyRow } from './vary-rows.ts';

/** The plan of a list's rows. */
export interface RowPlan {
  /** The known rows, in order. */
  readonly known: readonly unknown[];
  /** The wanted number of rows; there are at least the known ones. */
  readonly count: number;
  /** The field that identifies a row. By default it is found by its name. */
  readonly key?: string | undefined;
  /** Fields that only other operations show, with an example of each. */
  readonly extras: JsonObject;
  readonly variety: Variety;
  /** Gets the fields of each row that the list does not show. */
  readonly unseen: Unseen;
  /** Whether the known rows get persons, too. */
  readonly everywhere: boolean;
}

/** For each row, the fields that its answer does not show. */
export type Unseen = WeakMap<object, JsonObject>;

/**
 * A list's rows: the known ones, then similar ones with unique keys, and with other times and other values in the fields
 * that the list filters by. Each gets a person until there are no more.
 */
export function makeRows({ known, count, key, extras, variety, unseen, everywhere }: RowPlan): unknown[] {
  const { persons } = variety;
  const keyed =
    key === undefined
      ? []
      : known.filter((row) => isObject(row) && row[key] !== undefined && row[key] !== null);
  const models = keyed.length > 0 ? keyed : known;
  const total = known.length === 0 ? 0 : Math.max(count, known.length);
  return Array.from({ length: total }, (_, at) => {
    const isKnown = at < known.length;
    const model = isKnown ? known[at] : models[at % models.length];
    const person = persons[at % Math.max(1, persons.length)];
    const row = copyOf(model, extras, everywhere || !isKnown ? person : undefined);
    if (!isObject(row) || !isObject(model)) return isKnown ? row : numbered(row, at);
    const place = { at, count: total, key: key ?? keyOf(model) };
    // Where a known row has the number, the next ones to try are beyond those of all rows.
    const numbers: Numbers = { at, step: total, known };
    const owner = at < persons.length ? person : undefined;
    const made = isKnown
      ? completeRow(row, place, variety)
      : varyRow(withKey(row, place.key, numbers, owner), place, variety);
    const added = isKnown ? [] : variety.fields.filter(({ isShown }) => isShown);
    const names = [...Object.keys(model), ...added.map(({ field }) => field.split('.')[0] ?? field)];
    return split(made, names, unseen);
  });
}

function copyOf(model: unknown, extras: JsonObject, person: SandboxPerson | undefined): unknown {
  const whole = isObject(model) ? { ...extras, ...model } : model;
  return person ? withPerson(whole, person) : structuredClone(whole);
}

/** The numbers that a new key may have: `at`, or a step further where one of the known rows has it. */
interface Numbers {
  readonly at: number;
  readonly step: number;
  readonly known: readonly unknown[];
}

/** A key like another that none of the known rows has. */
export function unusedKey(key: string, like: unknown, { at, step, known }: Numbers): unknown {
  const isUsed = (value: unknown) => known.some((row) => isObject(row) && row[key] === value);
  let number = at;
  while (isUsed(numbered(like, number))) number += step;
  return numbered(like, number);
}

/** The members of a row that its answer shows. The others are remembered beside it. */
function split(made: JsonObject, names: readonly string[], unseen: Unseen): JsonObject {
  const isShown = new Set(names.length > 0 ? names : Object.keys(made));
  const entries = Object.entries(made);
  const row = Object.fromEntries(entries.filter(([name]) => isShown.has(name)));
  unseen.set(row, Object.fromEntries(entries.filter(([name]) => !isShown.has(name))));
  return row;
}

function withKey(
  row: JsonObject,
  key: string | undefined,
  numbers: Numbers,
  person: SandboxPerson | undefined,
): JsonObject {
  if (key === undefined) {
    // A row that only contains other rows is identified by them.
    const [name, inner] =
      Object.entries(row).find(([, item]) => Array.isArray(item) && isObject(item[0])) ?? [];
    // Some rows have no documented field, but a walk has to distinguish them.
    if (Object.keys(row).length === 0) return { id: numbered(undefined, numbers.at) };
    if (name === undefined || !Array.isArray(inner)) return row;
    return { ...row, [name]: inner.map((item) => withKey(item, keyOf(item), numbers, person)) };
  }
  // A person's id already identifies its row.
  const isPersons = person !== undefined && Object.values(person).some((value) => value === row[key]);
  return isPersons ? row : { ...row, [key]: unusedKey(key, row[key], numbers) };
}

/** The field that most likely identifies a row. */
function keyOf(row: JsonObject): string | undefined {
  const names = Object.keys(row).filter((name) => ['string', 'number'].includes(typeof row[name]));
  return (
    names.find((name) => name === 'id') ??
    names.find((name) => /(_id|_no|_number)$/.test(name) && !/^(corp|staff|creator)_/.test(name)) ??
    names.find((name) => /(id|name|title)$/.test(name)) ??
    names[0]
  );
}
