import type { Caller } from '../../generated/client.ts';
import type { TextLanguage } from '../catalogue/index.ts';
import type { Masker } from './mask/index.ts';

/** A JSON Schema, as the protocol carries it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A tool of the server as data; the server alone knows the SDK. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What the tool does and when to use it, in English: it is for the model. Short, because every token is paid for in each session. */
  readonly description: string;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint?: boolean;
    readonly idempotentHint?: boolean;
    readonly openWorldHint: boolean;
  };
  /** Runs the tool. An answer that is an error is a value: only faults of the program reject. */
  readonly run: (context: ToolContext, input: Readonly<Record<string, unknown>>) => Promise<ToolAnswer>;
}

/** What a tool answers: an object of its output schema, or an error that a model can act on. */
export interface ToolAnswer {
  readonly value: Readonly<Record<string, unknown>>;
  readonly isError?: true;
}

/** What a tool call may use. */
export interface ToolContext {
  readonly language: TextLanguage;
  readonly caller: Caller;
  /** Whether the operator allows this write, by `--allow-writes [pattern]`. */
  readonly allowsWrite: (operationId: string) => boolean;
  readonly masker: Masker;
  readonly audit: (entry: AuditEntry) => void;
  /** The largest answer, in tokens as `tokensOf` estimates them. */
  readonly budget: number;
  readonly signal: AbortSignal;
  readonly progress: (message: string, done?: number, total?: number) => void;
  /** Asks the person behind the client; undefined if the client cannot ask. */
  readonly ask?: (message: string) => Promise<boolean>;
}

/** One line of the audit log. It never holds values, a token or a secret. */
export interface AuditEntry {
  readonly tool: string;
  readonly operation?: string;
  /** The names of the arguments that were given. */
  readonly arguments: readonly string[];
  readonly outcome: string;
}
