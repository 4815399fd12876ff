import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import { writeWhole } from '../../kit/write-files.ts';
import { isObject } from '../../spec/openapi.ts';

/** What is stored about a page in addition to its text. */
interface CachedPage {
  readonly file: string;
  readonly etag?: string;
  readonly modified?: string;
}

/** The pages of one site that have been fetched into a folder. */
export interface PageCache {
  /** Returns the page as it was last fetched; undefined if its file is missing. */
  get(url: string): CachedPage | undefined;
  /** Whether the interrupted run had finished with the page. */
  isDone(url: string): boolean;
  /** Stores a page's text, and marks the page as done. */
  keep(url: string, page: CachedPage, text: string): void;
  /** Marks a page that has not changed as done. */
  pass(url: string): void;
  /** The addresses of all pages that were ever fetched into the folder. */
  urls(): string[];
  /** Removes a page's text and what is stored about it. */
  drop(url: string): void;
  /** Ends the run, so that the next one asks for every page again. */
  finish(): void;
}

// Not .json, because that would be read as a captured page.
const STATE = 'pull.state';

/** One line of the state. A later line about a page replaces an earlier one. */
interface StateLine {
  readonly url?: string;
  readonly page?: CachedPage;
  readonly isDone?: boolean;
  readonly isGone?: boolean;
}

/**
 * Opens a folder as a cache. The state is a file of lines that grows by one line per page, so a run may be interrupted at any
 * time, and a large site costs no more per page than a small one. The end of a run rewrites it.
 * @throws SpecError if a page or the state cannot be written.
 */
export function openPageCache(folder: string): PageCache {
  const state = join(folder, STATE);
  const { pages, done } = readState(state);
  const append = (line: StateLine) => {
    // The line break comes first: a line that an interrupted run left unfinished then spoils no other.
    writing(state, () => appendFileSync(state, `\n${JSON.stringify(line)}`));
  };
  const get = (url: string) => {
    const page = pages.get(url);
    return page && hasText(join(folder, page.file)) ? page : undefined;
  };
  return {
    get,
    isDone: (url) => done.has(url) && get(url) !== undefined,
    keep(url, page, text) {
      const path = join(folder, page.file);
      writing(path, () => writeWhole(path, text));
      pages.set(url, page);
      done.add(url);
      append({ url, page, isDone: true });
    },
    pass(url) {
      done.add(url);
      append({ url, isDone: true });
    },
    urls: () => [...pages.keys()],
    drop(url) {
      const path = join(folder, pages.get(url)?.file ?? '');
      writing(path, () => rmSync(path, { force: true }));
      pages.delete(url);
      append({ url, isGone: true });
    },
    finish() {
      done.clear();
      const lines = [...pages].map(([url, page]) => JSON.stringify({ url, page } satisfies StateLine));
      writing(state, () => writeWhole(state, lines.join('\n')));
    },
  };
}

function hasText(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const message = `${path} cannot be written: ${Object(error).message}`;
    throw new SpecError([{ code: 'pull', message, fix: 'make room or give another folder, and pull again' }]);
  }
}

/** Reads the state. Lines that are not ours count for nothing: their pages are fetched again. */
function readState(path: string): { pages: Map<string, CachedPage>; done: Set<string> } {
  const pages = new Map<string, CachedPage>();
  const done = new Set<string>();
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const line of text.split('\n')) {
    const { url, page, isDone, isGone } = parseLine(line);
    if (typeof url !== 'string') continue;
    if (isGone === true) pages.delete(url);
    if (isObject(page) && typeof page.file === 'string') pages.set(url, { ...page, file: page.file });
    if (isDone === true) done.add(url);
  }
  return { pages, done };
}

function parseLine(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
