import { WeibanConfigError } from './errors.ts';
import type { ReportLarge } from './exact-answer.ts';

/** The part of `fetch` that the client uses: a full URL and an init with string or no body. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** What {@link createWeiban} and {@link createCaller} take. */
export interface WeibanOptions {
  /** The company's id at Weiban; the environment's `WEIBAN_CORP_ID` when left out. */
  readonly corpId?: string | undefined;
  /** The secret of the company's API access; the environment's `WEIBAN_SECRET` when left out. */
  readonly secret?: string | undefined;
  /** Another server that speaks the same API, such as a proxy or a sandbox. Every call stays on it. */
  readonly baseUrl?: string | undefined;
  /** Sends the requests in place of the global `fetch`. It sees the URL with the access token in it. */
  readonly fetch?: FetchLike | undefined;
  /** Milliseconds that one call may take, waiting for a token included; 30,000 when left out, `Infinity` for no end. */
  readonly timeout?: number | undefined;
  /** Told of each whole number beyond 2^53 where the specification expects none; it arrives as a string of its digits. */
  readonly onLargeInteger?: ReportLarge;
}

/** The options, complete and checked. */
export interface Config {
  readonly corpId: string;
  readonly secret: string;
  /** Origin and path prefix, without a slash at the end. */
  readonly base: string;
  readonly fetch: FetchLike;
  /** Milliseconds. */
  readonly timeout: number;
  readonly onLargeInteger: ReportLarge;
}

const DEFAULT_BASE = 'https://open.weibanzhushou.com';
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Completes the options from the environment and the defaults.
 *
 * @throws WeibanConfigError when a credential is missing, or `baseUrl` or `timeout` is not usable.
 */
export function resolveConfig(options: WeibanOptions): Config {
  return {
    corpId: options.corpId || credential('corpId', 'WEIBAN_CORP_ID'),
    secret: options.secret || credential('secret', 'WEIBAN_SECRET'),
    base: resolveBase(options.baseUrl ?? DEFAULT_BASE),
    // Looked up at each call, so that what replaces the global fetch later (a mock, a tracer) is used.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeout: resolveTimeout(options.timeout, DEFAULT_TIMEOUT_MS),
    onLargeInteger: options.onLargeInteger,
  };
}

/**
 * A call's time limit in milliseconds.
 *
 * @throws WeibanConfigError when it is not a number above zero.
 */
export function resolveTimeout(timeout: number | undefined, fallback: number): number {
  if (timeout === undefined) return fallback;
  if (timeout > 0) return timeout;
  throw new WeibanConfigError(`timeout is ${timeout}; give milliseconds above zero, or Infinity.`);
}

function credential(option: string, variable: string): string {
  const value = globalThis.process?.env?.[variable];
  if (value) return value;
  throw new WeibanConfigError(`There is no ${option}; pass it as an option or set ${variable}.`);
}

function resolveBase(baseUrl: string): string {
  // The URL itself stays out of the message: a mistaken one may hold a password.
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const base = url && url.origin + url.pathname;
  // What is left of the whole is credentials, a query, a fragment.
  if (!base?.startsWith('http') || base !== url?.href) {
    throw new WeibanConfigError(
      'baseUrl must be an http or https URL without credentials, query or fragment.',
    );
  }
  return base.replace(/\/+$/, '');
}
