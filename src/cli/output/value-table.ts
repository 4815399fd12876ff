import { stringifyExact } from '../../base/exact-json.ts';
import { isObject } from '../../base/is-object.ts';
import { NARROWEST_COLUMN, table } from './table.ts';

/** Options of {@link rowsTable}. */
export interface RowsOptions {
  /** The columns. Default: each plain field of any row, then nested fields as JSON. */
  readonly columns?: readonly string[] | undefined;
  /** The line about columns that the terminal has no room for. */
  readonly hidden?: (names: readonly string[]) => string;
}

/** Rows of an answer as a table. Columns for which the terminal is too narrow are left out, and a last line names them. */
export function rowsTable(
  rows: readonly unknown[],
  width: number | undefined,
  { columns: given, hidden = () => '' }: RowsOptions = {},
): string {
  const objects = rows.filter(isObject);
  if (objects.length < rows.length || rows.length === 0) {
    return table(
      ['value'],
      rows.map((row) => [cell(row)]),
      width,
    );
  }
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const isPlain = (name: string) =>
    objects.every((row) => typeof row[name] !== 'object' || row[name] === null);
  const all = given ?? [...names.filter(isPlain), ...names.filter((name) => !isPlain(name))];
  const columns = width ? all.slice(0, Math.max(1, Math.floor(width / NARROWEST_COLUMN))) : all;
  const left = all.slice(columns.length);
  const shown = table(
    columns,
    objects.map((row) => columns.map((name) => cell(row[name]))),
    width,
  );
  return left.length === 0 ? shown : `${shown}${hidden(left)}\n`;
}

/** An answer as a table of fields and values. Members of objects have dotted names. */
export function fieldsTable(value: object, width: number | undefined): string {
  const rows: string[][] = [];
  const add = (at: string, item: unknown) => {
    if (isObject(item) && Object.keys(item).length > 0) {
      for (const [name, member] of Object.entries(item)) add(at ? `${at}.${name}` : name, member);
    } else rows.push([at, cell(item)]);
  };
  add('', value);
  return table(['field', 'value'], rows, width);
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : stringifyExact(value);
}
