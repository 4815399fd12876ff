import { isObject } from '../base/is-object.ts';
import type { Condition, Endpoint, Filter, Ordering } from './endpoints.ts';
import type { JsonObject } from './paths.ts';
import { secondsOf } from './times.ts';

/** How the rows of a list are read. */
export interface RowReader {
  /** A row with the fields that the answer does not show. */
  whole(row: JsonObject): JsonObject;
  /** Whether a field that a row lacks matches any filter: rows from `put` say what a test needs, and no more. */
  isPut(row: JsonObject): boolean;
  /** Whether a test or a call put the row there. Other rows belong to every parent that a call names. */
  isWritten(row: JsonObject): boolean;
  /** Whether an argument has the value of the documentation's example. A row with that value always exists. */
  isExample(argument: string): boolean;
}

/** The rows that the arguments select, in the order that they ask for. Rows with the same value keep their order. */
export function selectRows(
  { request }: Endpoint,
  rows: readonly JsonObject[],
  args: JsonObject,
  reader: RowReader,
): JsonObject[] {
  const asked = (argument: string) => argumentOf(request, args, argument);
  let selected = [...rows];
  for (const [argument, filter] of Object.entries(request.filters ?? {})) {
    const condition = conditionOf(filter, asked);
    const value = condition?.values ?? asked(argument);
    if (!condition || value === undefined) continue;
    const kept = selected.filter((row) => {
      if (condition.scope && !reader.isWritten(row)) return true;
      const found = valuesAt(reader.whole(row), condition.field);
      if (found.length === 0 && reader.isPut(row)) return true;
      return found.some((item) => [value].flat().some((wanted) => matches(item, condition.is, wanted)));
    });
    if (kept.length > 0 || !reader.isExample(argument)) selected = kept;
  }
  return sortRows(selected, request.order, asked, reader);
}

/** The fields of a row that repeat the arguments of a call: those that say whose rows these are. */
export function repeatedFields({ request }: Endpoint, args: JsonObject): JsonObject {
  const repeated = Object.entries(request.filters ?? {}).flatMap(([argument, filter]) => {
    const value = argumentOf(request, args, argument);
    return 'field' in filter && filter.scope && value !== undefined ? [[filter.field, value] as const] : [];
  });
  return Object.fromEntries(repeated);
}

/** Every condition of a filter, of whatever other argument it depends on. */
export function conditionsOf(filter: Filter): Condition[] {
  return 'field' in filter ? [filter] : Object.values(filter.cases).flatMap(conditionsOf);
}

function conditionOf(filter: Filter, asked: (argument: string) => unknown): Condition | undefined {
  if ('field' in filter) return filter;
  const value = String(asked(filter.argument) ?? '');
  const chosen = Object.hasOwn(filter.cases, value) ? filter.cases[value] : value && filter.cases['*'];
  return chosen ? conditionOf(chosen, asked) : undefined;
}

function sortRows(
  rows: JsonObject[],
  order: Ordering | undefined,
  asked: (argument: string) => unknown,
  { whole }: RowReader,
): JsonObject[] {
  const by = order?.orders[String((order.argument && asked(order.argument)) ?? '')];
  if (!by) return rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(valuesAt(whole(row), by.field)[0]) }));
  const sign = by.descending ? -1 : 1;
  // Rows without the field stay first: only rows from `put` lack it.
  const first = keyed.filter(({ key }) => key === undefined);
  const sorted = keyed
    .filter(({ key }) => key !== undefined)
    .sort((a, b) => sign * ((a.key ?? 0) - (b.key ?? 0)));
  return [...first, ...sorted].map(({ row }) => row);
}

function sortKey(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : secondsOf(value);
}

/** The value of an argument, or its documented default; undefined if it is empty. */
function argumentOf({ parameters, body }: Endpoint['request'], args: JsonObject, argument: string): unknown {
  const value =
    args[argument] ??
    (parameters.find(({ name }) => name === argument)?.schema ?? body?.schema.properties?.[argument])
      ?.default;
  const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
  return isEmpty ? undefined : value;
}

/** The values at a dotted path. A list on the way, or at its end, gives all its items. */
function valuesAt(value: unknown, path: string): unknown[] {
  let found: unknown[] = [value];
  for (const name of path.split('.')) {
    found = found.flatMap((item) => (isObject(item) && Object.hasOwn(item, name) ? [item[name]] : [])).flat();
  }
  return found;
}

function matches(found: unknown, is: Condition['is'], wanted: unknown): boolean {
  if (found === null || found === undefined) return false;
  if (is === '=') return textOf(found, wanted) === textOf(wanted, found);
  if (is === 'contains') return String(found).includes(String(wanted));
  const [left, right] = [secondsOf(found), secondsOf(wanted)];
  if (left === undefined || right === undefined) return false;
  return is === '>=' ? left >= right : is === '<=' ? left <= right : left > right;
}

/** A value as text. A flag equals its digit if that is what it is compared with. */
function textOf(value: unknown, other: unknown): string {
  return typeof value === 'boolean' && /^[01]$/.test(String(other)) ? String(Number(value)) : String(value);
}
