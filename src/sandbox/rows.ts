import { isObject, type JsonObject } from './paths.ts';
import { type SandboxPerson, withPerson } from './persons.ts';

/** What rows are made of. */
export interface RowPlan {
  /** The rows that are known, in their order. */
  readonly known: readonly unknown[];
  /** How many there are to be; at least those that are known. */
  readonly count: number;
  /** The field that tells rows apart; found by its name when left out. */
  readonly key?: string | undefined;
  readonly persons: readonly SandboxPerson[];
  /** Whether the known rows get persons as well. */
  readonly everywhere: boolean;
}

/** What a made row is numbered from, so that it has no number of a known one. */
const FIRST = 100_000;

/** A list's rows: the known ones, then others like them, each with a key and, as far as they last, a person of its own. */
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
    return isObject(row)
      ? withKey(row, key ?? keyOf(row), at, at < persons.length ? person : undefined)
      : numbered(row, at);
  });
}

function withKey(
  row: JsonObject,
  key: string | undefined,
  at: number,
  person: SandboxPerson | undefined,
): JsonObject {
  if (key === undefined) {
    // A row that only holds others is told apart by them.
    const [name, inner] =
      Object.entries(row).find(([, item]) => Array.isArray(item) && isObject(item[0])) ?? [];
    // Of some rows no field is documented; a walk has to tell them apart all the same.
    if (Object.keys(row).length === 0) return { id: numbered(undefined, at) };
    if (name === undefined || !Array.isArray(inner)) return row;
    return { ...row, [name]: inner.map((item) => withKey(item, keyOf(item), at, person)) };
  }
  // A person's id tells its row apart already.
  const isPersons = person !== undefined && Object.values(person).some((value) => value === row[key]);
  return isPersons ? row : { ...row, [key]: numbered(row[key], at) };
}

/** The field that most likely tells rows apart. */
function keyOf(row: JsonObject): string | undefined {
  const names = Object.keys(row).filter((name) => ['string', 'number'].includes(typeof row[name]));
  return (
    names.find((name) => name === 'id') ??
    names.find((name) => /(_id|_no|_number)$/.test(name) && !/^(corp|staff|creator)_/.test(name)) ??
    names.find((name) => /(id|name|title)$/.test(name)) ??
    names[0]
  );
}

/** A value of the same kind with a number of its own. */
export function numbered(value: unknown, at: number): unknown {
  const number = FIRST + at;
  if (typeof value === 'number') return Math.floor(value / 1e6) * 1e6 + number;
  if (typeof value !== 'string') return number;
  return /\d{6}$/.test(value) ? `${value.slice(0, -6)}${number}` : `${value}-${number}`;
}
