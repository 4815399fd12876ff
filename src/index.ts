// The public surface. One function per operation is in ./operations.ts, the error texts are in ./errors.ts.
export type {
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
} from '../generated/client.ts';
export type { ErrorName } from '../generated/error-codes.ts';
export type { Clock } from './client/clock.ts';
export type { FetchLike, WeibanOptions } from './client/config.ts';
export { type Counters, type Counts, createCounters, type OperationCounts } from './client/counters.ts';
export { createWeiban, type Weiban } from './client/create-weiban.ts';
export { debugHooks } from './client/debug-hooks.ts';
export {
  isWeibanError,
  WeibanApiError,
  WeibanConfigError,
  type WeibanError,
  WeibanLimitError,
  WeibanResponseError,
  WeibanTimeoutError,
  WeibanTransportError,
} from './client/errors.ts';
export type {
  Hooks,
  LargeInteger,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TokenEvent,
  WaitEvent,
} from './client/hooks.ts';
export type { HttpClient } from './client/http.ts';
export type { AnswerObserver, ObservedAnswer } from './client/observe.ts';
export type { Gate, GateCall, Refusal, Window } from './limits/gate.ts';
export type { WaitReason } from './limits/limiter.ts';
export type { LimitClass, LimitOptions } from './limits/quotas.ts';
export { createMemoryStore } from './token/memory-store.ts';
export type { StoredToken, TokenStore } from './token/token-store.ts';
