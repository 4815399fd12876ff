// The public surface. One function per operation is in ./operations.ts, the error texts are in ./errors.ts.
export type {
  Call,
  Caller,
  CallOptions,
  ErrorKind,
  ErrorOf,
  Known,
  Methods as WeibanMethods,
  Outcome,
  RawResponse,
} from '../generated/client.ts';
export type { ErrorName } from '../generated/error-codes.ts';
export type { FetchLike, WeibanOptions } from './client/config.ts';
export { createWeiban, type Weiban } from './client/create-weiban.ts';
export {
  isWeibanError,
  WeibanApiError,
  WeibanConfigError,
  type WeibanError,
  WeibanResponseError,
  WeibanTimeoutError,
  WeibanTransportError,
} from './client/errors.ts';
export type { LargeInteger } from './client/exact-answer.ts';
export type { HttpClient } from './client/http.ts';
