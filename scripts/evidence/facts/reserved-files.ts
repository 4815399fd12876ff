import { HEADINGS_FILE } from './headings.ts';
import { LEDGER_FILE, PAGE_FOLDERS } from './read-facts.ts';

const RESERVED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(PAGE_FOLDERS).map(([kind, folder]) => [folder, `docs/${folder} is reserved for ${kind}s`]),
  ),
  [LEDGER_FILE]: `docs/${LEDGER_FILE} is the ledger`,
  [HEADINGS_FILE]: `docs/${HEADINGS_FILE} is the list of headings`,
};

/**
 * Says why a file of `spec/docs/` cannot hold the facts of an endpoint, in words that name the place; undefined if it can.
 * @param file relative to `spec/docs/`.
 */
export function whyReserved(file: string): string | undefined {
  const [top = ''] = file.split('/', 1);
  return Object.hasOwn(RESERVED, top) ? RESERVED[top] : undefined;
}
