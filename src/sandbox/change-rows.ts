import { overlay } from './overlay.ts';
import { isObject, type JsonObject, valueAt } from './paths.ts';
import type { Changing } from './resources.ts';
import { numbered } from './rows.ts';
import { matcherOf, wantedRows } from './select.ts';

/** The rows of one resource. */
export interface Shelf {
  rows: JsonObject[];
  /** What a row looks like, when none is left as well. */
  readonly template: JsonObject;
  /** Counts what was made, so that no key comes twice. */
  made: number;
}

/**
 * Creates, updates or removes rows as a call says. Gives those that it touched; undefined, and nothing is changed,
 * where it names a row that is not there. `isForgiving` lets such a row pass.
 */
export function changeRows(
  shelf: Shelf,
  key: string,
  changing: Changing,
  args: JsonObject,
  isForgiving: boolean,
): JsonObject[] | undefined {
  if (changing.does === 'create') return createRows(shelf, key, changing, args);
  const { does, by, each, set } = changing;
  const tasks = itemsOf(each, args).flatMap((item) =>
    wantedRows(by, item).map((wanted) => ({ item, wanted })),
  );
  const found = tasks.map(({ wanted }) => shelf.rows.find(matcherOf(wanted)));
  if (!isForgiving && found.includes(undefined)) return undefined;
  const touched = found.filter((row) => row !== undefined);
  if (does === 'remove') {
    shelf.rows = shelf.rows.filter((row) => !touched.includes(row));
  } else {
    for (const [at, row] of found.entries()) {
      if (row) Object.assign(row, overlay(row, fieldsOf(args, tasks[at]?.item, set)));
    }
  }
  return touched;
}

function createRows(
  shelf: Shelf,
  key: string,
  { each, set, common }: Changing,
  args: JsonObject,
): JsonObject[] {
  const next = () => shelf.rows.length + shelf.made++;
  const shared = common === undefined ? {} : { [common]: numbered(shelf.template[common], next()) };
  const fresh = itemsOf(each, args).map((item) => {
    const fields = { ...fieldsOf(args, item, set), ...shared };
    const own = fields[key] ?? numbered(shelf.template[key], next());
    return overlay(closest(shelf, fields), { ...fields, [key]: own });
  });
  const rows = fresh.filter(isObject);
  // In front, where whoever looks at the first page sees them.
  shelf.rows.unshift(...rows);
  return rows;
}

/** What a call writes: the items of one argument, or all arguments. */
function itemsOf(each: string | undefined, args: JsonObject): unknown[] {
  if (each === undefined) return [args];
  const items = valueAt(args, each);
  return Array.isArray(items) ? items : [];
}

/** The fields of a row that a call sets: arguments by their own names, and those that the table names. */
function fieldsOf(args: JsonObject, item: unknown, set: Changing['set'] = {}): JsonObject {
  const named = Object.entries(set).map(([field, path]) => [field, valueAt(item, path)] as const);
  const all = { ...args, ...(isObject(item) ? item : {}), ...Object.fromEntries(named) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The row that agrees most with the fields of a new one: a new tag of a group gets the group's name from it. */
function closest({ rows, template }: Shelf, fields: JsonObject): JsonObject {
  let best = template;
  let most = 0;
  for (const row of rows) {
    const same = Object.keys(fields).filter((name) => row[name] !== undefined && row[name] === fields[name]);
    if (same.length > most) [best, most] = [row, same.length];
  }
  return best;
}
