import type { Operation } from './operation.ts';

/** A whole answer of Weiban's as it came, envelope included. */
export interface ObservedAnswer {
  /** The operationId; method and path for a call by a path that the specification does not know. */
  readonly operation: string;
  /** The arguments; undefined for a call through `http` or `fetch`. */
  readonly params: object | undefined;
  /** The HTTP status. */
  readonly status: number;
  /** The body, not parsed: whole numbers beyond 2^53 still have all their digits in it. */
  readonly text: string;
  /** Whether the envelope says success. */
  readonly isSuccess: boolean;
}

/**
 * Looks at the answers of a client before its caller gets them, and is waited for. A call rejects with what an observer
 * throws.
 */
export type AnswerObserver = (answer: ObservedAnswer) => void | Promise<void>;

/**
 * Shows an answer to the observers, one after the other. An answer to a call without a token is shown to nobody: it is
 * the one that brings the token.
 */
export async function observe(
  observers: readonly AnswerObserver[],
  operation: Operation,
  answer: Omit<ObservedAnswer, 'operation'>,
): Promise<void> {
  if (!operation.needsToken) return;
  for (const each of observers) await each({ operation: operation.id, ...answer });
}
