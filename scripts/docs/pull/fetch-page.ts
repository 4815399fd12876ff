import { setTimeout as pause } from 'node:timers/promises';
import { SpecError } from '../../kit/diagnostic.ts';

/** A fetched page. `text` is undefined if the page has not changed. */
export interface FetchedPage {
  readonly text: string | undefined;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
}

const TRIES = 4;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
const TIME_LIMIT_MS = 30_000;
const MOST_BYTES = 20 * 2 ** 20;

/**
 * Fetches one page if it has changed since the last time. Retries if the network or the server fails, and
 * waits as long as the server asks, up to ten seconds.
 *
 * @throws SpecError if the page cannot be fetched.
 */
export async function fetchPage(
  url: URL,
  known: { readonly etag?: string; readonly modified?: string } = {},
): Promise<FetchedPage> {
  const headers = new Headers({ accept: 'text/markdown, text/plain' });
  if (known.etag) headers.set('if-none-match', known.etag);
  if (known.modified) headers.set('if-modified-since', known.modified);
  let problem = '';
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
    try {
      // A redirect may lead to a server that nobody named.
      const response = await fetch(url, {
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      });
      const { status } = response;
      const etag = response.headers.get('etag') ?? undefined;
      const modified = response.headers.get('last-modified') ?? undefined;
      if (status === 304) return { text: undefined, etag, modified };
      if (response.ok) return { text: await readText(response), etag, modified };
      await response.body?.cancel();
      problem = `HTTP ${status}`;
      if (status < 500 && status !== 429) break;
      const asked = Number(response.headers.get('retry-after')) * 1000;
      if (asked > 0) await pause(Math.min(LONGEST_WAIT_MS, asked));
    } catch (error) {
      problem = String(Object(Object(error).cause).message ?? Object(error).message ?? error);
    }
  }
  throw new SpecError([
    {
      code: 'pull',
      message: `${url} cannot be fetched: ${problem}`,
      fix: 'check the address and pull again; pages that were fetched are kept',
    },
  ]);
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new Error('the page is larger than 20 MiB');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
