import type { HttpRequest } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';

/** What is fixed for all requests of one call. */
export interface CallPlan {
  readonly operation: Operation;
  readonly request: HttpRequest;
  /** The arguments as hooks see them. */
  readonly params: object | undefined;
  /** Aborts when the call's time is up or the caller aborts it. */
  readonly signal: AbortSignal;
  /** The latest end of the call, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Milliseconds for one request and its answer. */
  readonly attemptTimeout: number;
  /** How many requests may follow the first one. */
  readonly retry: number;
}
