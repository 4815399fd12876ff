import type { OperationParams } from '../../generated/client.ts';
import type { WeibanError } from './errors.ts';
import { type Redactor, withoutSecrets } from './redact.ts';

/** An event of a call, told apart by `operation`, which says what `params` are. */
type OfOperation<Event> = {
  [Id in keyof OperationParams]: Event & {
    readonly operation: Id;
    /** The arguments; undefined for a call through `http` or `fetch`. */
    readonly params: OperationParams[Id] | undefined;
  };
}[keyof OperationParams];

/** A request is about to go out. */
export type RequestEvent = OfOperation<{
  /** Counts the requests of one call, from 1. */
  readonly attempt: number;
  /** Milliseconds that it waited for its turn. */
  readonly waited: number;
}>;

/** A request has ended, with an answer or without. */
export type ResponseEvent = OfOperation<{
  readonly attempt: number;
  /** Milliseconds from the request to the end of the answer. */
  readonly duration: number;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  readonly error: WeibanError | undefined;
}>;

/** A request failed and is sent again. */
export type RetryEvent = OfOperation<{
  readonly attempt: number;
  readonly error: WeibanError;
  /** Milliseconds until then; for a limit code or a rejected token 0, since the queue and the token are waited for. */
  readonly wait: number;
}>;

/** Why a call waits: for one in flight to end, for a window to pass, for a pause after a limit code, for other processes. */
export type WaitReason = 'in-flight' | 'window' | 'pause' | 'shared';

/** A call has to wait for its turn. */
export type WaitEvent = OfOperation<{ readonly reason: WaitReason }>;

/** A token was asked for, from the store or from Weiban. */
export interface TokenEvent {
  /** There was none, the last one nears its end, or Weiban rejected it. */
  readonly reason: 'missing' | 'expiring' | 'rejected';
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds that the token lives from now. */
  readonly lifetime: number | undefined;
  /** Why there is no new token. */
  readonly error: unknown;
  /** Why the token could not be read from its store or kept there; the client went on without. */
  readonly storeError: unknown;
}

/** A whole number in an answer that a double would round, at a place where the specification expects none. */
export interface LargeInteger {
  /** The operationId of the call. */
  readonly operation: string;
  /** The number's digits; in the answer it is a string of these. */
  readonly digits: string;
}

/**
 * Told of what happens, at once and without being waited for. No event holds the token, the secret or a URL. What a
 * hook throws does not touch the call; it is thrown where the program's uncaught errors go.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  readonly onWait?: ((event: WaitEvent) => void) | undefined;
  readonly onToken?: ((event: TokenEvent) => void) | undefined;
  /** Told of each whole number beyond 2^53 where the specification expects none; it arrives as a string of its digits. */
  readonly onLargeInteger?: ((event: LargeInteger) => void) | undefined;
}

/** Tells every hook of one kind; undefined where there are no hooks, so that a call without them pays next to nothing. */
export type Emit = ((name: keyof Hooks, event: object) => void) | undefined;

/** Tells the hooks of something about one call. */
export type Tell = (name: keyof Hooks, event: object) => void;

/** One `emit` for all of the hooks. */
export function createEmit(hooks: readonly Hooks[], redactor: Redactor): Emit {
  if (hooks.length === 0) return undefined;
  return (name, event) => {
    const clean =
      'params' in event && event.params
        ? { ...event, params: withoutSecrets(event.params, redactor) }
        : event;
    for (const each of hooks) {
      try {
        // Sound: what is emitted under a name is what the hook of that name takes.
        (each[name] as ((event: object) => void) | undefined)?.(clean);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
}
