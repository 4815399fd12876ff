/** A whole answer of Weiban's as it came, envelope included; where it gives a token or the secret back, less those. */
export interface ObservedAnswer {
  /** The operationId; the path in camel case for a call by a path that the specification does not know. */
  readonly operation: string;
  /** The arguments; undefined for a call through `http` or `fetch`, and where the secret is among them. */
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
