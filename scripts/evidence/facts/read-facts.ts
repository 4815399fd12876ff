import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, SpecError } from '../../kit/diagnostic.ts';
import { DISK, listYaml, nameOf, type SpecFiles } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { placeOf, type Source } from '../../spec/source.ts';
import { checkPage, pageOf } from './check-page.ts';
import type { FactPage } from './facts.ts';
import { HEADINGS_FILE, type Heading, headingsOf } from './headings.ts';

/** Folders of `spec/docs/` for pages that are not endpoints. */
export const PAGE_FOLDERS = { guide: 'guides', callback: 'callbacks', duplicate: 'duplicates' } as const;
/** The ledger's file below `spec/docs/`. */
export const LEDGER_FILE = 'pages.yaml';

/** One page of `spec/docs/`, with its file. */
export interface Facts {
  readonly source: Source;
  readonly page: FactPage;
}

/** The content of fact sheets: pages, and their headings in the documentation. */
export interface Sheets {
  readonly pages: readonly FactPage[];
  readonly headings: readonly Heading[];
}

/**
 * Reads fact sheets (`category`, `slug`, `pages`) from files and folders.
 * @throws SpecError with every mistake in any of the files.
 */
export function readSheets(targets: readonly string[]): Sheets {
  const headings: Heading[] = [];
  const files = targets.flatMap((target) => {
    const path = resolve(target);
    return existsSync(path) && statSync(path).isDirectory() ? listYaml(path) : [path];
  });
  const pages = collect(files, (source) => {
    const { value } = source;
    const sheet = isObject(value) ? value : {};
    const { category, slug, pages } = sheet;
    if (typeof category !== 'string' || typeof slug !== 'string' || !Array.isArray(pages)) {
      const fix = 'write category:, slug: and pages: at the top of the file';
      return {
        diagnostics: [
          { code: 'facts-form', message: 'this is not a fact sheet', fix, place: placeOf(source, []) },
        ],
        found: [],
      };
    }
    headings.push(...headingsOf(category, slug));
    return {
      diagnostics: pages.flatMap((page: unknown, index) => checkPage(source, ['pages', index], page)),
      found: pages.map((page: unknown) => pageOf(page, category, slug)),
    };
  });
  return { pages, headings };
}

/**
 * Reads every page of `spec/docs/`, except the ledger.
 * @throws SpecError with every mistake in any of the files.
 */
export function readDocs(folder: string, specFiles: SpecFiles = DISK): Facts[] {
  const ledgers = [LEDGER_FILE, HEADINGS_FILE].map((name) => join(folder, name));
  const files = specFiles.list(folder).filter((file) => !ledgers.includes(file));
  return collect(
    files,
    (source) => {
      const { value } = source;
      const { category, slug } = isObject(value) ? value : {};
      const diagnostics = checkPage(source, [], value);
      if (typeof category !== 'string' || typeof slug !== 'string') {
        const fix = 'import the page again with npm run docs -- import';
        diagnostics.push({
          code: 'facts-form',
          message: 'the page has no category or slug',
          fix,
          place: placeOf(source, []),
        });
      }
      return { diagnostics, found: [{ source, page: pageOf(value, String(category), String(slug)) }] };
    },
    specFiles,
  );
}

function collect<T>(
  files: readonly string[],
  read: (source: Source) => { diagnostics: Diagnostic[]; found: T[] },
  { read: readFile }: SpecFiles = DISK,
): T[] {
  const diagnostics: Diagnostic[] = [];
  const all: T[] = [];
  for (const file of files) {
    try {
      const { diagnostics: mistakes, found } = read(readFile(file, nameOf(file)));
      diagnostics.push(...mistakes);
      all.push(...found);
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      diagnostics.push(...error.diagnostics);
    }
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  return all;
}
