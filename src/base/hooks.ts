import type { OperationParams } from '../../generated/client.ts';
import type { WeibanError } from './errors.ts';
import { type Redactor, withoutSecrets } from './redact.ts';

/** An event of a call. `operation` determines the type of `params`. */
type OfOperation<Event> = {
  [Id in keyof OperationParams]: Event & {
    readonly operation: Id;
    /** The arguments; undefined for a call through `http` or `fetch`. */
    readonly params: OperationParams[Id] | undefined;
  };
}[keyof OperationParams];

/** A request is about to be sent. */
export type RequestEvent = OfOperation<{
  /** The number of the request within its call, from 1. */
  readonly attempt: number;
  /** Milliseconds that the request waited for its turn. */
  readonly waited: number;
}>;

/** A request has ended, with or without an answer. */
export type ResponseEvent = OfOperation<{
  readonly attempt: number;
  /** Milliseconds from the request to the end of the answer. */
  readonly duration: number;
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined;
  readonly error: WeibanError | undefined;
}>;

/** A request failed and will be sent again. */
export type RetryEvent = OfOperation<{
  readonly attempt: number;
  readonly error: WeibanError;
  /**
   * Milliseconds until it is sent again. 0 after a limit code or a rejected token: then the call waits for
   * its turn or for the token.
   */
  readonly wait: number;
}>;

/**
 * Why a call waits: for a call in flight to end, for a window to pass, for a pause after a limit code, for
 * other processes.
 */
export type WaitReason = 'in-flight' | 'window' | 'pause' | 'shared';

/** A call has to wait for its turn. */
export type WaitEvent = OfOperation<{ readonly reason: WaitReason }>;

/** A token was requested, from the store or from Weiban. */
export interface TokenEvent {
  /** There was no token, the last one is about to expire, or Weiban rejected it. */
  readonly reason: 'missing' | 'expiring' | 'rejected';
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds until the token expires. */
  readonly lifetime: number | undefined;
  /** Why there is no new token. */
  readonly error: unknown;
  /** Why the token could not be read from or written to its store. The client continued without the store. */
  readonly storeError: unknown;
}

/** An integer in an answer that a double would round, where the specification does not expect one. */
export interface LargeInteger {
  /** The operationId of the call. */
  readonly operation: string;
  /** The digits of the integer. In the answer it is a string of these digits. */
  readonly digits: string;
}

/**
 * Callbacks for events. They are called synchronously, and the client does not wait for them. No event
 * contains the token, the secret or a URL. An error that a hook throws does not affect the call; it becomes
 * an uncaught error of the program.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  readonly onWait?: ((event: WaitEvent) => void) | undefined;
  readonly onToken?: ((event: TokenEvent) => void) | undefined;
  /**
   * Called for each integer beyond 2^53 that the specification does not expect. It arrives as a string of its
   * digits.
   */
  readonly onLargeInteger?: ((event: LargeInteger) => void) | undefined;
}

/**
 * Calls every hook of one kind. Undefined if there are no hooks, so that a call without hooks costs next to
 * nothing.
 */
export type Emit = ((name: keyof Hooks, event: object) => void) | undefined;

/** Calls the hooks for an event of one call. */
export type Notify = (name: keyof Hooks, event: object) => void;

/** Creates the `emit` that calls all hooks. */
export function createEmit(hooks: readonly Hooks[], redactor: Redactor): Emit {
  if (hooks.length === 0) return undefined;
  return (name, event) => {
    const clean =
      'params' in event && event.params
        ? { ...event, params: withoutSecrets(event.params, redactor) }
        : event;
    for (const hook of hooks) {
      try {
        // Every event is emitted under the name of the hook that takes it.
        (hook[name] as ((event: object) => void) | undefined)?.(clean);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
}
