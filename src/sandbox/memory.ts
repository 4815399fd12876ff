import { isObject } from '../base/is-object.ts';
import type { Operation } from '../base/operation.ts';
import { changeRows, type Shelf, type Tolerance } from './change-rows.ts';
import { FAULTY } from './choose-error.ts';
import type { AnyError } from './known-errors.ts';
import { overlay } from './overlay.ts';
import { type JsonObject, setAt, valueAt } from './paths.ts';
import { type Changing, type Getting, RESOURCES, type Resource } from './resources.ts';
import type { Unseen } from './rows.ts';
import { matcherOf, type Wanted, wantedRows } from './select.ts';

/** The sources of the memory's rows. */
interface MemoryOptions {
  /** A new successful answer of an operation, by operationId. */
  readonly answerOf: (id: string) => JsonObject;
  /** The initial rows of a resource, with the fields that only its other operations show. */
  readonly rowsOf: (resource: Resource, extras: JsonObject) => unknown[];
  /** The fields of each row that the resource's first list does not show. */
  readonly unseen: Unseen;
  /** The time, in Unix seconds. */
  readonly now: () => number;
  /** An object with all documented members, at a path in an operation's answer. */
  readonly sampleAt: (id: string, at: string) => unknown;
}

/** Whether an argument has the value of the documentation's example. A row with that value always exists. */
export type IsExample = (name: string) => boolean;

/** Selects the rows that the arguments of a list ask for. */
export type Select = (rows: readonly JsonObject[]) => readonly JsonObject[];

/** The answer of an operation, or the documented error for a requested row that does not exist or has ended. */
export type Remembered = { readonly body: JsonObject } | { readonly missing: AnyError };

/** The rows of a list and their dotted path in its answer. */
interface Listed {
  readonly at: string;
  readonly rows: readonly unknown[];
}

/** The rows of all resources, including the changes of all writes. */
export interface Memory {
  /** All rows of a list in the form of its answer, and their path; undefined if the list belongs to no resource. */
  list(id: string, select: Select): Listed | undefined;
  /** Answers an operation that gets or changes a row; undefined if it does neither. */
  act(operation: Operation, args: JsonObject, isExample: IsExample): Remembered | undefined;
  /** Puts a row, answered unchanged, before those that an operation lists or gets; false if it does neither. */
  put(id: string, row: JsonObject): boolean;
  /** A row with the fields that its list does not show. */
  whole(row: JsonObject): JsonObject;
  /** Whether a row is from `put` or from a call. */
  isWritten(row: object): boolean;
  /** Whether an object is a row from `put`. */
  isPut(value: object): boolean;
  reset(): void;
}

/** A memory that starts with the answer of each resource's first list or get, created when it is first needed. */
export function createMemory({ answerOf, rowsOf, unseen, now, sampleAt }: MemoryOptions): Memory {
  const shelves = new Map<Resource, Shelf>();
  // Rows from `put` are answered unchanged.
  const verbatim = new WeakSet<object>();
  const created = new WeakSet<object>();
  const whole = (row: JsonObject) => ({ ...unseen.get(row), ...row });
  const show = (template: unknown, row: JsonObject) =>
    verbatim.has(row) ? row : overlay(template, whole(row));

  const shelfOf = (resource: Resource): Shelf => {
    const known = shelves.get(resource);
    if (known) return known;
    const [list, ...otherLists] = Object.entries(resource.lists);
    const gets = Object.entries(resource.gets ?? {}).filter(([, { at }]) => at !== '');
    const [get] = gets;
    const others = [...gets, ...otherLists].map(([id, { at }]) => [valueAt(answerOf(id), at)].flat()[0]);
    const extras: JsonObject = Object.assign({}, ...others.filter(isObject));
    const found = list ? rowsOf(resource, extras) : [get && valueAt(answerOf(get[0]), get[1].at)];
    const rows = found.filter(isObject);
    const [example = {}] = rows;
    const template = structuredClone(example);
    unseen.set(template, structuredClone(unseen.get(example) ?? {}));
    const shelf: Shelf = { rows, template, created: 0, ended: new WeakSet() };
    shelves.set(resource, shelf);
    return shelf;
  };

  const get = (shelf: Shelf, id: string, { by, at }: Getting, args: JsonObject, isForgiving: boolean) => {
    const answer = answerOf(id);
    const wanted = wantedRows(by, args);
    const found = wanted.map((fields) => find(shelf, fields, isForgiving)).filter((row) => row !== undefined);
    const [first] = found;
    if (!first) return wanted.length > 0 ? undefined : answer;
    const place = valueAt(answer, at);
    const shown = Array.isArray(place)
      ? found.map((row) => show(place[0], row))
      : show(withMembers(place, sampleAt(id, at), whole(first)), first);
    if (at) setAt(answer, at, shown);
    return at || !isObject(shown) ? answer : shown;
  };

  const change = (
    shelf: Shelf,
    id: string,
    key: string,
    changing: Changing,
    args: JsonObject,
    tolerance: Tolerance,
  ) => {
    const changed = changeRows(shelf, key, changing, args, tolerance, { unseen, now: now() });
    if (typeof changed === 'string') return changed;
    if (changing.does === 'create') for (const row of changed) created.add(row);
    const answer = answerOf(id);
    const { at } = changing;
    const [first] = changed;
    if (at === undefined || !first) return answer;
    const shown = overlay(valueAt(answer, at), first);
    if (at) setAt(answer, at, shown);
    return at || !isObject(shown) ? answer : shown;
  };

  return {
    list(id, select) {
      const resource = RESOURCES.find(({ lists }) => Object.hasOwn(lists, id));
      const listing = resource?.lists[id];
      if (!resource || !listing) return undefined;
      const rows = select(shelfOf(resource).rows);
      const { at } = listing;
      if (Object.keys(resource.lists)[0] === id) return { at, rows };
      const [template] = [valueAt(answerOf(id), at)].flat();
      return { at, rows: rows.map((row) => show(template, row)) };
    },
    act({ id, errors }, args, isExample) {
      for (const resource of RESOURCES) {
        const getting = resource.gets?.[id];
        const changing = resource.changes?.[id];
        const asked = getting ?? changing;
        if (!asked) continue;
        const missing = missingOf(asked, errors);
        const names = [...(asked.by ?? []).flatMap(Object.values), changing?.listAt ?? ''];
        // If no error is documented for a missing row, any row will do.
        const isForgiving = missing === undefined || names.some((name) => isExample(String(name)));
        const shelf = shelfOf(resource);
        const ended = errors.find(([, name]) => name === resource.ended)?.[1];
        const tolerance = { isForgiving, isEndFinal: ended !== undefined };
        const body = getting
          ? get(shelf, id, getting, args, isForgiving)
          : changing && change(shelf, id, resource.key, changing, args, tolerance);
        const why = body === 'ended' ? ended : missing;
        return isObject(body) ? { body } : { missing: why ?? FAULTY };
      }
      return undefined;
    },
    put(id, row) {
      const resource = RESOURCES.find(({ lists, gets }) => Object.hasOwn({ ...lists, ...gets }, id));
      verbatim.add(row);
      if (resource) shelfOf(resource).rows.unshift(row);
      return resource !== undefined;
    },
    whole,
    isWritten: (row) => created.has(row) || verbatim.has(row),
    isPut: (value) => verbatim.has(value),
    reset: () => shelves.clear(),
  };
}

/** The error for a row that does not exist, if one is documented. */
function missingOf(asked: Getting | Changing, errors: Operation['errors']): AnyError | undefined {
  return asked.missing ?? errors.find(([, name]) => String(name).endsWith('NotFound'))?.[1];
}

/** An answer's object with the documented members that it lacks and a row has. */
function withMembers(place: unknown, sample: unknown, row: JsonObject): unknown {
  if (!isObject(place) || !isObject(sample)) return place;
  const known = Object.entries(sample).filter(([name]) => row[name] !== undefined && row[name] !== null);
  return { ...Object.fromEntries(known), ...place };
}

/** Finds the wanted row. If `isForgiving` is set and there is none, returns the first row with the wanted fields. */
function find({ rows, template }: Shelf, wanted: Wanted, isForgiving: boolean): JsonObject | undefined {
  const found = rows.find(matcherOf(wanted));
  if (found || !isForgiving) return found;
  const row = rows[0] ?? template;
  const copy = overlay(row, wanted);
  return isObject(copy) ? copy : row;
}
