import type { CallOptions } from '../../generated/client.ts';
import { server } from '../../generated/operations.ts';
import { type GivenCredentials, takesCorpId, takesSecret, usesSchemes } from '../../generated/profile.ts';
import { resolveBase } from '../base/base-url.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { WeibanConfigError } from '../base/errors.ts';
import type { FetchLike } from '../base/exchange.ts';
import type { Hooks } from '../base/hooks.ts';
import { misspelt } from '../base/nearest.ts';
import { numberAbove } from '../base/number-above.ts';
import type { AnswerObserver } from '../base/observer.ts';
import type { Gate } from '../limits/index.ts';
import { type LimitOptions, type Quotas, resolveQuotas } from '../limits/index.ts';
import type { TokenStore } from '../token/index.ts';
import type { Credentials } from './schemes.ts';

/** Options of {@link createWeiban} and {@link createCaller}. */
export interface WeibanOptions extends GivenCredentials {
  /** The company's id at Weiban. Default: the environment variable `WEIBAN_CORP_ID`. */
  readonly corpId?: string | undefined;
  /** The secret of the company's API access. Default: the environment variable `WEIBAN_SECRET`. */
  readonly secret?: string | undefined;
  /** Another server that speaks the same API, such as a proxy or a sandbox. Every call stays on it. */
  readonly baseUrl?: string | undefined;
  /**
   * Whether `baseUrl` may be http on another machine. Everyone on the way can then read the secret and the token.
   * Default: false.
   */
  readonly allowHttp?: boolean | undefined;
  /** Sends the requests instead of the global `fetch`. It sees the URL with the access token. */
  readonly fetch?: FetchLike | undefined;
  /** Milliseconds that one call may take, including every wait and retry. Default: 120,000. `Infinity` for no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds that one request and its answer may take. Default: 30,000. */
  readonly attemptTimeout?: number | undefined;
  /**
   * How often a failed request is sent again, if that is safe. Default: 2. `false` for never, not even after
   * a limit code.
   */
  readonly retry?: number | false | undefined;
  /** How many bytes an answer may have, after decompression. Default: 33,554,432 (32 MB). `Infinity` for no limit. */
  readonly maxAnswerBytes?: number | undefined;
  /** Where tokens are kept in addition to this client's memory, to share them with other processes. */
  readonly tokens?: TokenStore | undefined;
  /** Error codes that mean "get a new token", in addition to the documented ones. */
  readonly rejectedTokenCodes?: readonly number[] | undefined;
  /**
   * Limits that replace the documented ones. `false` lifts all limits, for a company whose calls are limited
   * elsewhere.
   */
  readonly limits?: LimitOptions | false | undefined;
  /** Limits shared with other processes of the company, such as `createRedisGate`. */
  readonly gate?: Gate | undefined;
  /** Called for requests, answers, retries, waits and tokens. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /** Compares every answer with the specification: the result of `validateAnswers` from `weiban-openapi/validate`. */
  readonly validate?: AnswerObserver | undefined;
  /**
   * Saves answers as recordings that are safe to commit: the result of `createRecorder` from
   * `weiban-openapi/record`.
   */
  readonly record?: AnswerObserver | undefined;
  /** The clock for everything that depends on time; for tests. */
  readonly clock?: Clock | undefined;
}

/** The names of the options. `credentials` is one only of a specification with other schemes than the token's. */
const KNOWN: Record<Exclude<keyof WeibanOptions, 'credentials'>, 1> = {
  ...(usesSchemes && { credentials: 1 }),
  corpId: 1,
  secret: 1,
  baseUrl: 1,
  allowHttp: 1,
  fetch: 1,
  timeout: 1,
  attemptTimeout: 1,
  retry: 1,
  maxAnswerBytes: 1,
  tokens: 1,
  rejectedTokenCodes: 1,
  limits: 1,
  gate: 1,
  hooks: 1,
  validate: 1,
  record: 1,
  clock: 1,
};

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
  /** Only if some call needs more than the token. */
  readonly credentials?: Credentials;
  /** Origin and path prefix, without a slash at the end. */
  readonly base: string;
  readonly fetch: FetchLike;
  /** Bytes. */
  readonly maxAnswerBytes: number;
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
 * @throws WeibanConfigError if a credential is missing, or an option is misspelt or not usable.
 */
export function resolveConfig(options: WeibanOptions): Config {
  // A misspelt baseUrl would send test data to the real server.
  const mistake = misspelt(options, KNOWN);
  if (mistake) throw new WeibanConfigError(`There is an ${mistake}`);
  return {
    corpId: options.corpId || (takesCorpId ? credential('corpId', 'WEIBAN_CORP_ID') : ''),
    secret: options.secret || (takesSecret ? credential('secret', 'WEIBAN_SECRET') : ''),
    ...(usesSchemes && { credentials: givenCredentials(options as object) }),
    base: guarded(resolveBase(options.baseUrl ?? server), options.allowHttp),
    // Looked up at each call, so that a later replacement of the global fetch (a mock, a tracer) is used.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    ...resolveTimes(options, { timeout: 120_000, attemptTimeout: 30_000, retry: 2 }),
    maxAnswerBytes: numberAbove(0, 'maxAnswerBytes', options.maxAnswerBytes ?? 32 * 2 ** 20),
    store: options.tokens,
    rejectedTokenCodes: options.rejectedTokenCodes ?? [],
    quotas: resolveQuotas(options.limits),
    gate: options.gate,
    hooks: options.hooks ? [options.hooks].flat() : [],
    // The recorder comes first, because an answer that does not validate is worth recording too.
    observers: [options.record, options.validate].filter((observer) => observer !== undefined),
    clock: options.clock ?? systemClock,
  };
}

/**
 * Completes the times of one call with the client's. `operation` is that call.
 *
 * @throws WeibanConfigError if a time is not a number above zero, or `retry` is neither false nor a number.
 */
export function resolveTimes(
  { timeout, attemptTimeout, retry }: CallOptions,
  defaults: Times,
  operation?: string,
): Times {
  return {
    timeout: numberAbove(0, 'timeout', timeout ?? defaults.timeout, operation),
    attemptTimeout: numberAbove(0, 'attemptTimeout', attemptTimeout ?? defaults.attemptTimeout, operation),
    retry: numberAbove(-1, 'retry', Number(retry ?? defaults.retry), operation),
  };
}

/** The credentials among the options, without those that are undefined. */
function givenCredentials({
  credentials = {},
}: {
  readonly credentials?: Credentials | undefined;
}): Credentials {
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== undefined));
}

function credential(option: string, variable: string): string {
  const value = globalThis.process?.env?.[variable];
  if (value) return value;
  throw new WeibanConfigError(`There is no ${option}; pass it as an option or set ${variable}.`);
}

const LOOPBACK = /^((.*\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function guarded(base: string, allowHttp = false): string {
  const { protocol, hostname } = new URL(base);
  if (protocol === 'http:' && !allowHttp && !LOOPBACK.test(hostname)) {
    throw new WeibanConfigError(
      'baseUrl is http, which anyone on its way can read; use https, or set allowHttp (--allow-http).',
    );
  }
  return base;
}
