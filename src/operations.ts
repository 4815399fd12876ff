// One function per operation, for the smallest bundle: a bundler leaves out those that are not called.
// Beside each function the types of its arguments and its result, by name.
export type * from '../generated/client.ts';
export * from '../generated/functions.ts';
export { createCaller } from './client/caller.ts';
export type { FetchLike, WeibanOptions } from './client/config.ts';
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
export type { LargeInteger } from './client/hooks.ts';
export { items, pages } from './client/walk-function.ts';
