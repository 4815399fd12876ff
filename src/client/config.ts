import type { CallOptions } from '../../generated/client.ts';
import { server } from '../../generated/operations.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { WeibanConfigError } from '../base/errors.ts';
import type { FetchLike } from '../base/exchange.ts';
import type { Hooks } from '../base/hooks.ts';
import { numberAbove } from '../base/number-above.ts';
import type { AnswerObserver } from '../base/observer.ts';
import type { Gate } from '../limits/index.ts';
import { type LimitOptions, type Quotas, resolveQuotas } from '../limits/index.ts';
import type { TokenStore } from '../token/index.ts';

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
  /** Milliseconds that one call may take, every wait and retry included; 120,000 when left out, `Infinity` for no end. */
  readonly timeout?: number | undefined;
  /** Milliseconds that one request and its answer may take; 30,000 when left out. */
  readonly attemptTimeout?: number | undefined;
  /**
   * How often a request that failed is sent again where that is safe, 2 when left out; `false` for never, not after a
   * limit code either.
   */
  readonly retry?: number | false | undefined;
  /** Where tokens are kept beside this client's memory, to share them with other processes. */
  readonly tokens?: TokenStore | undefined;
  /** Error codes that mean "get a new token", beside the documented ones. */
  readonly rejectedTokenCodes?: readonly number[] | undefined;
  /** Other limits than the documented ones; `false` lifts them, for a company whose calls are limited elsewhere. */
  readonly limits?: LimitOptions | false | undefined;
  /** Limits shared with other processes of the company, such as `createRedisGate`. */
  readonly gate?: Gate | undefined;
  /** Told of requests, answers, retries, waits and tokens. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /** Holds every answer against the specification; made by `validateAnswers` of `weiban-openapi/validate`. */
  readonly validate?: AnswerObserver | undefined;
  /** Keeps answers as recordings that are safe to commit; made by `createRecorder` of `weiban-openapi/record`. */
  readonly record?: AnswerObserver | undefined;
  /** The time that everything here goes by; for tests. */
  readonly clock?: Clock | undefined;
}

/** How long a call may take and how often it is tried. */
export interface Times {
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly attemptTimeout: number;
  readonly retry: number;
}

/** The options, complete and checked. */
export interface Config extends Times {
  readonly corpId: string;
  readonly secret: string;
  /** Origin and path prefix, without a slash at the end. */
  readonly base: string;
  readonly fetch: FetchLike;
  readonly store: TokenStore | undefined;
  readonly rejectedTokenCodes: readonly unknown[];
  readonly quotas: Quotas;
  readonly gate: Gate | undefined;
  readonly hooks: readonly Hooks[];
  readonly observers: readonly AnswerObserver[];
  readonly clock: Clock;
}

/**
 * Completes the options from the environment and the defaults.
 *
 * @throws WeibanConfigError when a credential is missing, or an option is not usable.
 */
export function resolveConfig(options: WeibanOptions): Config {
  return {
    corpId: options.corpId || credential('corpId', 'WEIBAN_CORP_ID'),
    secret: options.secret || credential('secret', 'WEIBAN_SECRET'),
    base: resolveBase(options.baseUrl ?? server),
    // Looked up at each call, so that what replaces the global fetch later (a mock, a tracer) is used.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    ...resolveTimes(options, { timeout: 120_000, attemptTimeout: 30_000, retry: 2 }),
    store: options.tokens,
    rejectedTokenCodes: options.rejectedTokenCodes ?? [],
    quotas: resolveQuotas(options.limits),
    gate: options.gate,
    hooks: options.hooks ? [options.hooks].flat() : [],
    // The recorder first: what does not validate is worth recording too.
    observers: [options.record, options.validate].filter((each) => each !== undefined),
    clock: options.clock ?? systemClock,
  };
}

/**
 * Completes a call's own times from the client's.
 *
 * @throws WeibanConfigError when one is not a number numberAbove zero, or `retry` neither false nor a number.
 */
export function resolveTimes({ timeout, attemptTimeout, retry }: CallOptions, otherwise: Times): Times {
  return {
    timeout: numberAbove(0, 'timeout', timeout ?? otherwise.timeout),
    attemptTimeout: numberAbove(0, 'attemptTimeout', attemptTimeout ?? otherwise.attemptTimeout),
    retry: numberAbove(-1, 'retry', Number(retry ?? otherwise.retry)),
  };
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
