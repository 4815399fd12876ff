import { isObject, type JsonObject } from './paths.ts';
import { type SandboxPerson, withPerson } from './persons.ts';

/** The plan of a list's rows. */
export interface RowPlan {
  /** The known rows, in order. */
  readonly known: readonly unknown[];
  /** The wanted number of rows; there are at least the known ones. */
  readonly count: number;
  /** The field that identifies a row. By default it is found by its name. */
  readonly key?: string | undefined;
  readonly persons: readonly SandboxPerson[];
  /** Whether the known rows get persons, too. */
  readonly everywhere: boolean;
}

/** The number of the first generated row. */
const FIRST = 100_000;

/** A list's rows: the known ones, then similar ones with unique keys. Each gets a person until there are no more. */
export function makeRows({ known, count, key, persons, everywhere }: RowPlan): unknown[] {
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
    const row = person && (everywhere || !isKnown) ? withPerson(model, person) : structuredClone(model);
    if (isKnown) return row;
    if (!isObject(row)) return numbered(row, at);
    // Where a known row has the number, the next ones to try are beyond those of all rows.
    const numbers: Numbers = { at, step: total, known };
    return withKey(row, key ?? keyOf(row), numbers, at < persons.length ? person : undefined);
  });
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

/** A value of the same type that contains a number. */
export function numbered(value: unknown, at: number): unknown {
  const number = FIRST + at;
  if (typeof value === 'number') return Math.floor(value / 1e6) * 1e6 + number;
  if (typeof value !== 'string') return number;
  return /\d{6}$/.test(value) ? `${value.slice(0, -6)}${number}` : `${value}-${number}`;
}
