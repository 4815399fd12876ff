import type { Caller } from '../../generated/client.ts';
import type { TextLanguage } from '../catalogue/index.ts';
import type { Masker } from './mask/index.ts';
import type { AuditEntry, Tool } from './tool.ts';

/** What a server may do, and for whom: everything that the operator decides. */
export interface McpSettings {
  /** The version of the package, which the server tells its clients. */
  readonly version: string;
  readonly language: TextLanguage;
  /**
   * Opens the caller of the API. Called before the first tool that needs it, and again until it succeeds: a server without
   * credentials can search and describe. Rejects with an error whose message says what to set.
   */
  readonly openCaller: () => Promise<Caller>;
  /** Whether the operator allows this write. */
  readonly allowsWrite: (operationId: string) => boolean;
  readonly masker: Masker;
  readonly audit: (entry: AuditEntry) => void;
  /** The largest answer, in tokens. */
  readonly budget: number;
  /** Takes errors that belong in no answer. They hold no token or secret. */
  readonly report: (error: Error) => void;
  /** The tools; a test passes its own. */
  readonly tools: readonly Tool[];
}
