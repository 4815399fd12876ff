import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../kit/write-files.ts';
import { isObject } from '../../spec/openapi.ts';

/** What is kept of one page beside its text. */
interface CachedPage {
  readonly file: string;
  readonly etag?: string;
  readonly modified?: string;
}

/** The pages of one site in a folder, as far as they were fetched. */
export interface PageCache {
  /** The page as it was fetched last; undefined for a page that is not there. */
  get(url: string): CachedPage | undefined;
  /** Whether the run that was broken off had done with the page. */
  isDone(url: string): boolean;
  /** Keeps a page's text, and that this run has done with it. */
  keep(url: string, page: CachedPage, text: string): void;
  /** This run found the page as it was. */
  pass(url: string): void;
  /** The run is over: the next one asks for every page again. */
  finish(): void;
}

// Not .json, which is read as a captured page.
const STATE = 'pull.state';

/** Opens a folder as a cache. Every write is whole or not at all, so it may be broken off at any time. */
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
    // None yet, or not ours: the pages are fetched anew.
    return {};
  }
}
