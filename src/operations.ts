// One function per operation, for the smallest bundle: a bundler leaves out those that are not called.
// Beside each function the types of its arguments and its result, by name.
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
export { createCaller, items, pages } from './client/index.ts';
