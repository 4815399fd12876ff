import { setTimeout as pause } from 'node:timers/promises';
import { SpecError } from '../../kit/diagnostic.ts';

/** A fetched page. `text` is undefined if the page is still the known one. */
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

/** What the server said about a page the last time. */
interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

/**
 * Fetches one page if it has changed since the last time. Retries if the network or the server fails, and
 * waits as long as the server asks, up to ten seconds.
 *
 * @throws SpecError if the page cannot be fetched, or the server sends something else in its place.
 */
export async function fetchPage(url: URL, known: Validators = {}): Promise<FetchedPage> {
  let problem = '';
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
    const attempt = await tryFetch(url, known).catch(failedAttempt);
    if ('text' in attempt) return attempt;
    problem = attempt.problem;
    if (attempt.isFinal) break;
    if (attempt.waitMs > 0) await pause(Math.min(LONGEST_WAIT_MS, attempt.waitMs));
  }
  throw new SpecError([
    {
      code: 'pull',
      message: `${url} cannot be fetched: ${problem}`,
      fix: 'check the address and pull again; pages that were fetched are kept',
    },
  ]);
}

/** An attempt that gave no page. */
interface FailedAttempt {
  readonly problem: string;
  /** Whether a further attempt would give the same. */
  readonly isFinal: boolean;
  /** How long the server asks to wait, in milliseconds. */
  readonly waitMs: number;
}

async function tryFetch(url: URL, known: Validators): Promise<FetchedPage | FailedAttempt> {
  const headers = new Headers({ accept: 'text/markdown, text/plain' });
  if (known.etag) headers.set('if-none-match', known.etag);
  if (known.modified) headers.set('if-modified-since', known.modified);
  // A redirect may lead to a server that nobody named.
  const response = await fetch(url, {
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  const { status } = response;
  const etag = response.headers.get('etag') ?? undefined;
  const modified = response.headers.get('last-modified') ?? undefined;
  if (response.ok) {
    const text = await readText(response);
    const problem = whyNoPage(response.headers.get('content-type') ?? '', text);
    return problem === undefined ? { text, etag, modified } : { problem, isFinal: true, waitMs: 0 };
  }
  await response.body?.cancel();
  if (status !== 304) {
    const waitMs = askedWait(response.headers.get('retry-after') ?? '');
    return { problem: `HTTP ${status}`, isFinal: status < 500 && status !== 429, waitMs };
  }
  if (known.etag || known.modified) return { text: undefined, etag, modified };
  return { problem: 'HTTP 304, although no earlier copy was named', isFinal: true, waitMs: 0 };
}

/** The milliseconds that `Retry-After` asks for, as seconds or as a date; 0 if it asks for nothing. */
function askedWait(asked: string): number {
  return (Number(asked) >= 0 ? Number(asked) * 1000 : Date.parse(asked) - Date.now()) || 0;
}

function failedAttempt(error: unknown): FailedAttempt {
  const problem = String(Object(Object(error).cause).message ?? Object(error).message ?? error);
  return { problem, isFinal: false, waitMs: 0 };
}

/** Why an answer with a success status is no page of Markdown or text; undefined if it is one. */
function whyNoPage(contentType: string, text: string): string | undefined {
  if (/^\s*$/.test(text)) return 'the server sent an empty page';
  if (/\bhtml\b/i.test(contentType) || /^\s*<(!doctype\b|html\b|\?xml\b)/i.test(text))
    return 'the server sent an HTML page instead of Markdown, perhaps to log in';
  if (/\bjson\b/i.test(contentType)) return 'the server sent JSON instead of Markdown';
  return undefined;
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
