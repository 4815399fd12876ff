// The public API. One function per operation is in ./operations.ts, the error texts are in ./errors.ts.
export type {
  Batch,
  BatchOptions,
  Call,
  Caller,
  CallOptions,
  ErrorKind,
  ErrorOf,
  Known,
  List,
  Methods as WeibanMethods,
  OpenList,
  Outcome,
  PageOptions,
  RawResponse,
  ResponseProblem,
  SplitOptions,
} from '../generated/client.ts';
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
