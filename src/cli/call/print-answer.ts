import { isPaged, parsePaging } from '../../base/operation-row.ts';
import { type OperationName, rowSchema, withFields } from '../../catalogue/index.ts';
import { valueAt } from '../../client/index.ts';
import { type Context, type Flags, textOf } from '../context.ts';
import { formatOf } from '../output/format.ts';
import { jsonLine, jsonText } from '../output/json.ts';
import { parseFields } from '../output/parse-fields.ts';
import { printRows } from '../output/print-rows.ts';
import { fieldsTable } from '../output/value-table.ts';

/** The names of `--fields`; undefined if it was not given. @throws UsageError for a field that is not specified. */
export function fieldsOf(
  operation: OperationName,
  flags: Flags,
  items?: string,
): readonly string[] | undefined {
  const text = textOf(flags, 'fields');
  if (text === undefined) return undefined;
  return parseFields(text, rowSchema(operation, items));
}

/** Where the rows of an answer are, if the operation is a list. */
export function itemsOf({ row }: OperationName): string | undefined {
  return isPaged(row) ? parsePaging(row).items : undefined;
}

/** Prints the answer of one call. With `--fields`, only these of each row, or of the answer where it has no rows. */
export function printAnswer(context: Context, operation: OperationName, answer: object, flags: Flags): void {
  const { stdout } = context;
  const format = formatOf(context, flags);
  const items = itemsOf(operation);
  const names = fieldsOf(operation, flags, items);
  const rows = items === undefined ? undefined : valueAt(answer, items);
  if (Array.isArray(rows) && (names || format !== 'json')) printRows(context, rows, names, format);
  else if (names) printOne(context, withFields(answer, names), flags);
  else if (format === 'json') stdout.write(jsonText(answer));
  else printOne(context, answer, flags);
}

function printOne(context: Context, value: object, flags: Flags): void {
  const { stdout } = context;
  const format = formatOf(context, flags);
  if (format === 'json') stdout.write(jsonText(value));
  else if (format === 'jsonl') stdout.write(jsonLine(value));
  else stdout.write(fieldsTable(value, stdout.columns));
}
