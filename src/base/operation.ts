import type { ErrorName } from '../../generated/error-codes.ts';
import type { envelopes } from '../../generated/operations.ts';

/** The name of an envelope: which fields of an answer say success or failure. */
export type EnvelopeName = keyof typeof envelopes;

/** One operation, read from its row in `generated/operations.ts`. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** From the server's root, with a leading slash; `{x}` stands for an argument. */
  readonly path: string;
  /** What a retry may do: read, idempotent, write. */
  readonly safety: string;
  /** Which quota counts the call: read, write, bulk. */
  readonly limit: string;
  readonly envelope: EnvelopeName;
  readonly needsToken: boolean;
  /** Names in the query that travel as JSON text. */
  readonly json: readonly string[];
  /** Names that travel in the query; `undefined` means all of them. */
  readonly query: readonly string[] | undefined;
  /** The JSON body: every argument that `query` does not name, or the one called `body`. */
  readonly body: 'fields' | 'whole' | undefined;
  /** Paths in the answer, and in the body, of whole numbers that travel in full: strings for the caller. */
  readonly exactAnswer: readonly (readonly string[])[];
  readonly exactBody: readonly (readonly string[])[];
  readonly errors: readonly (readonly [code: number, name: ErrorName])[];
}
