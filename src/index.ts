// The public API. One function per operation is in ./operations.ts, the error texts are in ./errors.ts.
// The types of the API: arguments and answers of every operation, and named objects such as `Customer`.
export type * from '../generated/client.ts';
export type { Methods as WeibanMethods } from '../generated/client.ts';
export type { ErrorName } from '../generated/error-codes.ts';
export type { Clock } from './base/clock.ts';
export {
  isWeibanError,
  WeibanApiError,
  WeibanConfigError,
  type WeibanError,
  WeibanLimitError,
  WeibanResponseError,
  WeibanTimeoutError,
  WeibanTransportError,
} from './base/errors.ts';
export type { FetchLike } from './base/exchange.ts';
export type {
  Hooks,
  LargeInteger,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TokenEvent,
  WaitEvent,
  WaitReason,
} from './base/hooks.ts';
export type { AnswerObserver, ObservedAnswer } from './base/observer.ts';
export {
  type Counters,
  type Counts,
  createCounters,
  createWeiban,
  debugHooks,
  type HttpClient,
  type OperationCounts,
  type Weiban,
  type WeibanOptions,
} from './client/index.ts';
export type { Gate, GateCall, LimitClass, LimitOptions, Refusal, Window } from './limits/index.ts';
export { createMemoryStore, type StoredToken, type TokenStore } from './token/index.ts';
