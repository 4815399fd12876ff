import type { HttpRequest } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';

/** How one call goes about its requests. */
export interface CallPlan {
  readonly operation: Operation;
  readonly request: HttpRequest;
  /** What hooks are told the arguments are. */
  readonly params: object | undefined;
  /** Ends with the call. */
  readonly signal: AbortSignal;
  /** When the call ends at the latest: milliseconds since the epoch. */
  readonly deadline: number;
  /** Milliseconds for one request and its answer. */
  readonly attemptTimeout: number;
  /** Requests that may follow the first one. */
  readonly retry: number;
}
