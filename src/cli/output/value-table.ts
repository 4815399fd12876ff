import { stringifyExact } from '../../base/exact-json.ts';
import { table } from './table.ts';

/** Rows of an answer as a table: a column for each plain field of any row, then nested fields as JSON. */
export function rowsTable(rows: readonly unknown[], width: number | undefined): string {
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
  const columns = [...names.filter(isPlain), ...names.filter((name) => !isPlain(name))];
  return table(
    columns,
    objects.map((row) => columns.map((name) => cell(row[name]))),
    width,
  );
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : stringifyExact(value);
}
