import { type JsonObject, valueAt } from './paths.ts';
import type { Changing, Getting } from './resources.ts';

/** One row that a request asks for: the fields that must be as they say. */
export type Wanted = Readonly<Record<string, unknown>>;

/**
 * The rows that arguments ask for, one entry each; empty where no set of the selector's arguments was sent. A list in
 * an argument asks for a row with each of its values.
 */
export function wantedRows(by: Getting['by'] | Changing['by'], args: unknown): Wanted[] {
  for (const fields of by ?? []) {
    const sent = Object.entries(fields).map(([field, path]) => [field, valueAt(args, path)] as const);
    if (sent.some(([, value]) => value === undefined || value === null || value === '')) continue;
    const [[field, value] = ['', undefined]] = sent;
    if (sent.length === 1 && Array.isArray(value)) return value.map((each) => ({ [field]: each }));
    return [Object.fromEntries(sent)];
  }
  return [];
}

/** Tells whether a row is the one that is wanted; a number and its digits are the same. */
export function matcherOf(wanted: Wanted): (row: JsonObject) => boolean {
  const fields = Object.entries(wanted).map(([field, value]) => [field, String(value)] as const);
  return (row) => fields.every(([field, value]) => String(row[field]) === value);
}
