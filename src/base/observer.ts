/** A complete answer from Weiban, including the envelope. The token and the secret are redacted. */
export interface ObservedAnswer {
  /** The operationId. For a path that the specification does not know, the path in camel case. */
  readonly operation: string;
  /** The arguments; undefined for a call through `http` or `fetch`, and if they contain the secret. */
  readonly params: object | undefined;
  /** The HTTP status. */
  readonly status: number;
  /** The unparsed body. Integers beyond 2^53 still have all their digits in it. */
  readonly text: string;
  /** Whether the envelope says success. */
  readonly isSuccess: boolean;
}

/**
 * Sees every answer of a client before the caller gets it. The client waits for the observer; if it throws,
 * the call rejects with that error.
 */
export type AnswerObserver = (answer: ObservedAnswer) => void | Promise<void>;
