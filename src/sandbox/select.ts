import { type JsonObject, valueAt } from './paths.ts';
import type { Changing, Getting } from './resources.ts';

/** A requested row: the values that its fields must have. */
export type Wanted = Readonly<Record<string, unknown>>;

/**
 * The rows that arguments request, one entry each; empty if no set of the selector's arguments was sent. A list in an
 * argument requests a row for each of its values.
 */
export function wantedRows(by: Getting['by'] | Changing['by'], args: unknown): Wanted[] {
  for (const fields of by ?? []) {
    const sent = Object.entries(fields).map(([field, path]) => [field, valueAt(args, path)] as const);
    if (sent.some(([, value]) => value === undefined || value === null || value === '')) continue;
    const [[field, value] = ['', undefined]] = sent;
    if (sent.length === 1 && Array.isArray(value)) return value.map((item) => ({ [field]: item }));
    return [Object.fromEntries(sent)];
  }
  return [];
}

/** Returns a predicate for the wanted row. A number equals its digits. */
export function matcherOf(wanted: Wanted): (row: JsonObject) => boolean {
  const fields = Object.entries(wanted).map(([field, value]) => [field, String(value)] as const);
  return (row) => fields.every(([field, value]) => String(row[field]) === value);
}
