// One function per operation, for the smallest bundle: a bundler drops the functions that are not called.
// Each function's arguments and result have named types.
export type * from '../generated/client.ts';
export * from '../generated/functions.ts';
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
export type { LargeInteger } from './base/hooks.ts';
export type { WeibanOptions } from './client/index.ts';
export { all, batches, createCaller, items, pages } from './client/index.ts';
