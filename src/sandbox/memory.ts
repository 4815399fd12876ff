import type { ErrorName } from '../../generated/error-codes.ts';
import type { Operation } from '../base/operation.ts';
import { changeRows, type Shelf } from './change-rows.ts';
import { overlay } from './overlay.ts';
import { isObject, type JsonObject, setAt, valueAt } from './paths.ts';
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
}

/** Whether an argument has the value of the documentation's example. A row with that value always exists. */
export type IsExample = (name: string) => boolean;

/** Selects the rows that the arguments of a list ask for. */
export type Select = (rows: readonly JsonObject[]) => readonly JsonObject[];

/** The answer of an operation, or the documented error for a requested row that does not exist. */
export type Remembered = { readonly body: JsonObject } | { readonly missing: ErrorName };

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
export function createMemory({ answerOf, rowsOf, unseen, now }: MemoryOptions): Memory {
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
    const shelf: Shelf = { rows, template, created: 0 };
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
    const shown = Array.isArray(place) ? found.map((row) => show(place[0], row)) : show(place, first);
    if (at) setAt(answer, at, shown);
    return at || !isObject(shown) ? answer : shown;
  };

  const change = (
    shelf: Shelf,
    id: string,
    key: string,
    changing: Changing,
    args: JsonObject,
    isForgiving: boolean,
  ) => {
    const touched = changeRows(shelf, key, changing, args, isForgiving, { unseen, now: now() });
    if (!touched) return undefined;
    if (changing.does === 'create') for (const row of touched) created.add(row);
    const answer = answerOf(id);
    const { at } = changing;
    const [first] = touched;
    if (at && first) setAt(answer, at, overlay(valueAt(answer, at), first));
    return answer;
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
        const missing = asked.missing ?? errors.find(([, name]) => name.endsWith('NotFound'))?.[1];
        const names = [...(asked.by ?? []).flatMap(Object.values), changing?.listAt ?? ''];
        // If no error is documented for a missing row, any row will do.
        const isForgiving = missing === undefined || names.some((name) => isExample(String(name)));
        const shelf = shelfOf(resource);
        const body = getting
          ? get(shelf, id, getting, args, isForgiving)
          : changing && change(shelf, id, resource.key, changing, args, isForgiving);
        return body ? { body } : { missing: missing ?? 'ParameterInvalid' };
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

/** Finds the wanted row. If `isForgiving` is set and there is none, returns the first row with the wanted fields. */
function find({ rows, template }: Shelf, wanted: Wanted, isForgiving: boolean): JsonObject | undefined {
  const found = rows.find(matcherOf(wanted));
  if (found || !isForgiving) return found;
  const row = rows[0] ?? template;
  const copy = overlay(row, wanted);
  return isObject(copy) ? copy : row;
}
