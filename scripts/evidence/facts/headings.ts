import { join } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import { DISK, nameOf, type SpecFiles } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { placeOf } from '../../spec/source.ts';

/** The file below `spec/docs/` that lists the headings. */
export const HEADINGS_FILE = 'headings.yaml';

/** One heading of the documentation's navigation, and the slug of its category. */
export interface Heading {
  readonly heading: string;
  readonly category: string;
}

/**
 * Reads `headings.yaml` of `spec/docs/`; no rows if the file does not exist yet.
 * @throws SpecError if a row is malformed.
 */
export function readHeadings(folder: string, files: SpecFiles = DISK): readonly Heading[] {
  const path = join(folder, HEADINGS_FILE);
  if (!files.exists(path)) return [];
  const source = files.read(path, nameOf(path));
  const rows: unknown[] = Array.isArray(source.value) ? source.value : [source.value];
  return rows.map((row, index) => {
    if (isObject(row) && typeof row.heading === 'string' && typeof row.category === 'string')
      return { heading: row.heading, category: row.category };
    const place = placeOf(source, [index]);
    const message = 'this is not a heading';
    throw new SpecError([{ code: 'ledger-form', message, fix: 'write {heading, category}', place }]);
  });
}

/** The headings of a fact sheet: one, or several separated by ` / `; none for a category in parentheses. */
export function headingsOf(category: string, slug: string): Heading[] {
  if (category.startsWith('(')) return [];
  return category.split(' / ').map((heading) => ({ heading: heading.trim(), category: slug }));
}

/** Merges new headings into the known ones, in a stable order. */
export function mergeHeadings(known: readonly Heading[], added: readonly Heading[]): Heading[] {
  const rows = new Map([...known, ...added].map((row) => [row.heading, row]));
  const key = ({ category, heading }: Heading) => `${category} ${heading}`;
  return [...rows.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
