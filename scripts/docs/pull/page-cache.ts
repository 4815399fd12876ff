import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Ends the run, so that the next one asks for every page again. */
  finish(): void;
}

// Not .json, because that would be read as a captured page.
const STATE = 'pull.state';

/** Opens a folder as a cache. Every write is atomic, so a run may be interrupted at any time. */
export function openPageCache(folder: string): PageCache {
  mkdirSync(folder, { recursive: true });
  const pages = new Map<string, CachedPage>();
  const done = new Set<string>();
  for (const [url, page] of Object.entries(readState(join(folder, STATE), 'pages'))) {
    if (isObject(page) && typeof page.file === 'string') pages.set(url, { ...page, file: page.file });
  }
  for (const url of Object.keys(readState(join(folder, STATE), 'done'))) done.add(url);
  const save = () => {
    const state = {
      pages: Object.fromEntries(pages),
      done: Object.fromEntries([...done].map((url) => [url, true])),
    };
    writeWhole(join(folder, STATE), JSON.stringify(state, null, 1));
  };
  const isThere = (file: string) => {
    try {
      return readFileSync(join(folder, file)).length > 0;
    } catch {
      return false;
    }
  };
  return {
    get(url) {
      const page = pages.get(url);
      return page && isThere(page.file) ? page : undefined;
    },
    isDone: (url) => done.has(url) && pages.has(url),
    keep(url, page, text) {
      writeWhole(join(folder, page.file), text);
      pages.set(url, page);
      done.add(url);
      save();
    },
    pass(url) {
      done.add(url);
      save();
    },
    finish() {
      done.clear();
      save();
    },
  };
}

function readState(path: string, part: string): Readonly<Record<string, unknown>> {
  try {
    const state: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const value = isObject(state) ? state[part] : undefined;
    return isObject(value) ? value : {};
  } catch {
    // There is no state yet, or it is not ours: every page is fetched again.
    return {};
  }
}
