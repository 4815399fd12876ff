import type { ErrorName } from '../../generated/error-codes.ts';

/**
 * What a success holds: JSON, text, bytes, nothing, or anything, if the specification does not say it: JSON where it can
 * be read as such, otherwise text.
 */
export type AnswerKind = 'json' | 'text' | 'bytes' | 'none' | 'any';

/** One operation, read from its row in `generated/operations.ts`. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** From the server's root, with a leading slash; `{x}` stands for an argument. */
  readonly path: string;
  /** Decides when a retry is safe: `r` for read, `i` for idempotent, `w` for write. */
  readonly safety: string;
  /** The quota that counts the call: `r` for read, `w` for write, `b` for bulk. */
  readonly limit: string;
  /**
   * The name of the envelope: which fields of the answer say success or failure. Empty if it has none. Then the HTTP status
   * says it.
   */
  readonly envelope: string;
  readonly answer: AnswerKind;
  /** Whether the call carries a credential. */
  readonly needsToken: boolean;
  /** The security schemes that it needs together, for each alternative; only if some call needs more than the token. */
  readonly security?: readonly (readonly string[])[];
  /** The names of all arguments outside the path; `undefined` if any may be given. */
  readonly names: readonly string[] | undefined;
  /** Query parameters that are sent as JSON text. */
  readonly json: readonly string[];
  /** Arguments that are sent in the query; `undefined` means all of them. */
  readonly query: readonly string[] | undefined;
  /** The JSON body: `fields` is every argument that `query` does not name, `whole` is the argument called `body`. */
  readonly body: 'fields' | 'whole' | undefined;
  /** The token `r=`: how the request is written (request-plan.ts); undefined if it is a query and JSON. */
  readonly plan?: string | undefined;
  /** Paths of integers that keep all their digits, in the answer and in the body. The caller sees them as strings. */
  readonly exactAnswer: readonly (readonly string[])[];
  readonly exactBody: readonly (readonly string[])[];
  readonly errors: readonly (readonly [code: number, name: ErrorName])[];
}
