import { isObject } from '../base/is-object.ts';
import { numbered } from './numbered.ts';
import { overlay } from './overlay.ts';
import { type JsonObject, valueAt } from './paths.ts';
import type { Changing } from './resources.ts';
import { type Unseen, unusedKey } from './rows.ts';
import { matcherOf, wantedRows } from './select.ts';
import { stampRow } from './vary-rows.ts';

/** The rows of one resource. */
export interface Shelf {
  rows: JsonObject[];
  /** An example of a row, kept for when there are no rows. */
  readonly template: JsonObject;
  /** The number of rows created so far, so that no key repeats. */
  created: number;
  /** The rows that a call has ended. */
  readonly ended: WeakSet<JsonObject>;
}

/** The touched rows, or why nothing was changed. */
type Changed = readonly JsonObject[] | 'missing' | 'ended';

/** What a call may name. */
export interface Tolerance {
  /** Whether it may name rows that do not exist; they are ignored. */
  readonly isForgiving: boolean;
  /** Whether it is refused for rows that have ended. */
  readonly isEndFinal: boolean;
}

/** What a write changes beside the rows' own fields. */
interface Written {
  readonly unseen: Unseen;
  /** The time of the write, in Unix seconds. */
  readonly now: number;
}

/**
 * Creates, updates, ends or removes rows as a call asks. Returns the rows that it touched, or why it changed nothing:
 * the call names a row that does not exist, or one that has ended.
 */
export function changeRows(
  shelf: Shelf,
  key: string,
  changing: Changing,
  args: JsonObject,
  { isForgiving, isEndFinal }: Tolerance,
  written: Written,
): Changed {
  if (changing.does === 'create') return createRows(shelf, key, changing, args, written);
  const { does, by, listAt, set } = changing;
  const tasks = itemsOf(listAt, args).flatMap((item) =>
    wantedRows(by, item).map((wanted) => ({ item, wanted })),
  );
  const found = tasks.map(({ wanted }) => shelf.rows.find(matcherOf(wanted)));
  if (!isForgiving && found.includes(undefined)) return 'missing';
  const touched = found.filter((row) => row !== undefined);
  if (isEndFinal && touched.some((row) => shelf.ended.has(row))) return 'ended';
  if (does === 'end') for (const row of touched) shelf.ended.add(row);
  if (does === 'remove') {
    shelf.rows = shelf.rows.filter((row) => !touched.includes(row));
  } else {
    for (const [at, row] of found.entries()) {
      if (row) updateRow(row, fieldsOf(args, tasks[at]?.item, set), written);
    }
  }
  return touched;
}

function createRows(
  shelf: Shelf,
  key: string,
  { listAt, set, common }: Changing,
  args: JsonObject,
  { unseen, now }: Written,
): JsonObject[] {
  const next = () => shelf.rows.length + shelf.created++;
  const shared = common === undefined ? {} : { [common]: numbered(shelf.template[common], next()) };
  const fresh = itemsOf(listAt, args).map((item) => {
    const fields = { ...fieldsOf(args, item, set), ...shared };
    const own =
      fields[key] ?? unusedKey(key, shelf.template[key], { at: next(), step: 1, known: shelf.rows });
    const model = closest(shelf, fields);
    const row = overlay(model, { ...fields, [key]: own });
    const hidden = overlay(structuredClone(unseen.get(model)), fields);
    return { row, hidden };
  });
  const rows = fresh.flatMap(({ row, hidden }) => {
    if (!isObject(row)) return [];
    stampRow(row, now, true);
    if (isObject(hidden)) {
      stampRow(hidden, now, true);
      unseen.set(row, hidden);
    }
    return [row];
  });
  // At the start, so that they are on the first page.
  shelf.rows.unshift(...rows);
  return rows;
}

function updateRow(row: JsonObject, fields: JsonObject, { unseen, now }: Written): void {
  const hidden = unseen.get(row);
  for (const part of hidden ? [row, hidden] : [row]) {
    Object.assign(part, overlay(part, fields));
    stampRow(part, now, false);
  }
}

/** The items that a call writes: those of one argument, or all arguments as one item. */
function itemsOf(listAt: string | undefined, args: JsonObject): unknown[] {
  if (listAt === undefined) return [args];
  const items = valueAt(args, listAt);
  return Array.isArray(items) ? items : [];
}

/** The fields of a row that a call sets: those named like an argument, and those in the table of resources. */
function fieldsOf(args: JsonObject, item: unknown, set: Changing['set'] = {}): JsonObject {
  const named = Object.entries(set).map(([field, path]) => [field, valueAt(item, path)] as const);
  const all = { ...args, ...(isObject(item) ? item : {}), ...Object.fromEntries(named) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The row that shares most fields with a new one. From it, a new tag of a group gets the group's name, for example. */
function closest({ rows, template }: Shelf, fields: JsonObject): JsonObject {
  let best = template;
  let most = 0;
  for (const row of rows) {
    const same = Object.keys(fields).filter((name) => row[name] !== undefined && row[name] === fields[name]);
    if (same.length > most) [best, most] = [row, same.length];
  }
  return best;
}
