import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { SpecError } from '../../kit/diagnostic.ts';
import { withFolderLock } from '../../kit/folder-lock.ts';
import { fetchPage } from './fetch-page.ts';
import { openPageCache, type PageCache } from './page-cache.ts';

/** Options of {@link pullSite}. */
export interface PullOptions {
  /** The address of the site, or of its `llms.txt`. */
  readonly url: string;
  /** The folder for the pages. */
  readonly folder: string;
  /** How many requests run concurrently. */
  readonly atOnce: number;
  /** Called after each page. */
  readonly onPage?: (done: number, all: number, url: string) => void;
}

/** How many pages were fetched, and which failed. */
export interface PullResult {
  readonly pages: number;
  readonly fetched: number;
  readonly unchanged: number;
  /** Pages that an interrupted run had already finished. */
  readonly resumed: number;
  readonly failed: readonly string[];
  /** Pages that the site no longer lists, whose files were removed: one sentence each. */
  readonly removed: readonly string[];
  /** Links to other servers, which are not followed. */
  readonly elsewhere: number;
}

/**
 * Fetches the Markdown pages that a site's `llms.txt` lists into a folder, a few at a time, as far as they
 * have changed. After an interrupted run, the next one continues.
 *
 * @throws SpecError if there is no `llms.txt`, it lists no page, the folder cannot be written to, or another pull into the
 * folder is running.
 */
export async function pullSite(options: PullOptions): Promise<PullResult> {
  const { folder } = options;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    refuse(`${folder} cannot be created: ${Object(error).message}`, 'give --out another folder');
  }
  return await withFolderLock(folder, { command: 'docs pull', patience: PATIENCE_MS }, () => pull(options));
}

/** A running pull may take hours, so it is not waited for. The lock of one that was killed is taken over in this time. */
const PATIENCE_MS = 2500;

async function pull({ url, folder, atOnce, onPage }: PullOptions): Promise<PullResult> {
  const root = new URL(url.endsWith('.txt') ? url : `${url.replace(/\/?$/, '/')}llms.txt`);
  const { text = '' } = await fetchPage(root);
  const { pages, elsewhere } = linksOf(text, root);
  if (pages.length === 0)
    refuse(`${root} lists no page that ends in .md`, 'give the address of an Apifox documentation site');
  const cache = openPageCache(folder);
  const counts = { fetched: 0, unchanged: 0, resumed: 0 };
  const failed: string[] = [];
  const queue = [...pages];
  let done = 0;
  const work = async () => {
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      try {
        counts[await pullPage(page)]++;
      } catch (error) {
        if (!(error instanceof SpecError)) throw error;
        failed.push(error.message);
      }
      onPage?.(++done, pages.length, page.href);
    }
  };
  const pullPage = async (page: URL): Promise<keyof typeof counts> => {
    const { href } = page;
    if (cache.isDone(href)) return 'resumed';
    const { text: found, etag, modified } = await fetchPage(page, cache.get(href));
    if (found === undefined) {
      cache.pass(href);
      return 'unchanged';
    }
    const validators = { ...(etag && { etag }), ...(modified && { modified }) };
    cache.keep(href, { file: fileOf(page), ...validators }, found);
    return 'fetched';
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const removed = removeVanished(cache, pages, root);
  // If pages failed, the next run continues with them.
  if (failed.length === 0) cache.finish();
  return { pages: pages.length, ...counts, failed, removed, elsewhere };
}

/** Removes the pages that an earlier run fetched from this site and that it no longer lists: `diff` would take them for known. */
function removeVanished(cache: PageCache, pages: readonly URL[], root: URL): string[] {
  const listed = new Set(pages.map(({ href }) => href));
  return cache
    .urls()
    .filter((url) => !listed.has(url) && URL.canParse(url))
    .map((url) => new URL(url))
    .filter((url) => url.origin === root.origin && cache.get(url.href)?.file === fileOf(url))
    .map((url) => {
      cache.drop(url.href);
      return `${url.href} is no longer listed; ${fileOf(url)} was removed`;
    });
}

/** Lists the pages that `llms.txt` links to on its own server, and counts its links to other servers. */
function linksOf(text: string, root: URL): { pages: URL[]; elsewhere: number } {
  const links = text
    .split(/[\r\n]+/)
    .flatMap(linksIn)
    .flatMap((link) => (URL.canParse(link, root.href) ? [new URL(link, root)] : []));
  const own = links.filter(({ origin }) => origin === root.origin);
  const pages = [...new Map(own.map((link) => [link.href, link])).values()];
  return { pages, elsewhere: links.length - own.length };
}

/** The links to Markdown pages in one line: `[title](address)`, or an address alone. */
function linksIn(line: string): string[] {
  const bare = /^(?:- *)?(https?:\/\/\S+\.md)$/.exec(line.trim())?.[1];
  if (bare !== undefined) return [bare];
  return [...line.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, link = '']) =>
    link.endsWith('.md') ? [link] : [],
  );
}

/** Of a page's own name, so much goes into its file's name: every file system takes it, with the hash. */
const LONGEST_NAME = 100;

/**
 * The file name for a page. Only a plain name is taken from its address, so that no page is written outside
 * the folder.
 */
function fileOf({ pathname, href }: URL): string {
  const name = pathname.split('/').at(-1) ?? '';
  const hash = createHash('sha256').update(href).digest('hex').slice(0, 8);
  return /^[\w-]+\.md$/.test(name)
    ? `${name.slice(0, -3).slice(0, LONGEST_NAME)}.${hash}.md`
    : `page.${hash}.md`;
}

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'pull', message, fix }]);
}
