import { isObject } from '../base/is-object.ts';
import { numbered } from './numbered.ts';
import type { JsonObject } from './paths.ts';
import { personValue, type SandboxPerson } from './persons.ts';
import { hashOf } from './random.ts';
import { changeTimes, creationOf, isChange, isCreation, isTimeField } from './times.ts';

/** A field that a list filters or sorts by. */
export interface VariedField {
  /** A dotted path in a row. */
  readonly field: string;
  /** Whether the list shows the field. */
  readonly isShown: boolean;
  /** The values that the specification knows, if it knows any. */
  readonly values: readonly unknown[];
  /** An example of a value. */
  readonly example: unknown;
  /** Whether rows are searched by a part of the field's text. */
  readonly isSearched: boolean;
}

/** How the rows of a list differ from each other. */
export interface Variety {
  readonly seed: number;
  readonly fields: readonly VariedField[];
  readonly persons: readonly SandboxPerson[];
  readonly staffIds: () => readonly string[];
}

/** Which row it is: its index, the number of rows, and the field that identifies it. */
interface Place {
  readonly at: number;
  readonly count: number;
  readonly key: string | undefined;
}

const DAY = 86_400;
/** Two days after 2024-01-01 in China: no recorded answer was made up later than that. */
const FIRST_CREATION = 1_704_038_400 + 2 * DAY;
/** Generated rows were created within this time, in seconds. */
const CREATIONS = 300 * DAY;
/** A row changed within this time after its creation, in seconds. */
const CHANGES = 30 * DAY;
/** Fields that change after the creation of a row. */
const LATER = /updat|end_|expire|finish|success|last_|send|publish|paid|lost/;
const STAFF_ID = /(^|_)staff(_ext)?_id$|^owner$/;

/**
 * Varies a generated row, in place: rows were created one after another and changed a while later, and have different
 * values in the fields that a list filters by.
 */
export function varyRow(row: JsonObject, place: Place, variety: Variety): JsonObject {
  const { seed } = variety;
  const created = creationAt(place, seed);
  const shift = created - (creationOf(row) ?? created);
  changeTimes(row, (name, seconds) => {
    if (isCreation(name)) return seconds + shift;
    const later = seconds + shift + (LATER.test(name) ? delay(seed, place.at) : 0);
    return isChange(name) ? Math.max(created, later) : later;
  });
  for (const varied of variety.fields) {
    if (varied.field === place.key) continue;
    const name = lastName(varied.field);
    const isVaried = isTimeField(name) || personValue(name, undefined) !== undefined;
    setEach(row, varied.field, (old, index) => {
      if (isVaried && old !== undefined && old !== null) return old;
      const example = old ?? varied.example;
      return fieldValue({ ...varied, example }, place, variety, created, index);
    });
  }
  return row;
}

/** Adds the fields that a list filters or sorts by and does not show to a documented row, in place. */
export function completeRow(row: JsonObject, place: Place, variety: Variety): JsonObject {
  const created = creationOf(row) ?? creationAt({ ...place, at: 0 }, variety.seed);
  for (const varied of variety.fields) {
    if (varied.isShown) continue;
    setEach(row, varied.field, (old) =>
      old === undefined ? fieldValue(varied, place, variety, created) : old,
    );
  }
  return row;
}

function fieldValue(
  { field, values, example, isSearched }: VariedField,
  { at }: Place,
  { seed, persons, staffIds }: Variety,
  created: number,
  index = 0,
): unknown {
  const name = lastName(field);
  const choice = hashOf(seed, field, at);
  if (isTimeField(name)) return name === 'add_time' ? created : created + (choice % CHANGES);
  const ofPerson = personValue(name, persons[at % Math.max(1, persons.length)]);
  if (ofPerson !== undefined) return ofPerson;
  if (values.length > 0) return values[choice % values.length];
  if (typeof example === 'boolean') return choice % 4 === 0;
  // The same employee in all fields of a row: that of the relation, for a customer.
  if (STAFF_ID.test(name) && typeof example === 'string') {
    const ids = staffIds();
    return ids[(hashOf(seed, 'staff', at) + index) % Math.max(1, ids.length)] ?? example;
  }
  if (isSearched || /(^|_)(name|title)$/.test(name)) return numbered(example ?? name, at);
  const number = (choice + index) % 5;
  return number === 0 ? (example ?? name) : numbered(example ?? name, number);
}

/** The creation of a row, in Unix seconds: later than that of the row before it. */
function creationAt({ at, count }: Place, seed: number): number {
  const step = CREATIONS / Math.max(1, count);
  return Math.floor(FIRST_CREATION + (at + hashOf(seed, 'created', at) / 2 ** 32) * step);
}

/** How long after its creation a row changed, in seconds. */
function delay(seed: number, at: number): number {
  return hashOf(seed, 'changed', at) % CHANGES;
}

/** Sets the value at a dotted path, in place, with the index of its item in each list on the way. Creates objects. */
function setEach(row: JsonObject, path: string, make: (old: unknown, index: number) => unknown): void {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const old = row[name];
    row[name] = Array.isArray(old) ? old.map((item, index) => make(item, index)) : make(old, 0);
    return;
  }
  const inner = row[name] ?? {};
  row[name] = inner;
  for (const [index, item] of [inner].flat().entries()) {
    if (isObject(item)) setEach(item, rest.join('.'), (old) => make(old, index));
  }
}

/** Sets the times of a written row to now, in Unix seconds, in place: those of its change, and of its creation if it is new. */
export function stampRow(row: JsonObject, now: number, isNew: boolean): void {
  changeTimes(row, (name, seconds) => (isChange(name) || (isNew && isCreation(name)) ? now : seconds));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
