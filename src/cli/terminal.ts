import type { Readable } from 'node:stream';

/** An output stream. */
interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** The width in characters, if it is known. */
  readonly columns?: number | undefined;
}

/** The input and output of the command: those of the process, or those of a test. */
export interface Terminal {
  /** The words after the command's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborts when the user interrupts the command. */
  readonly signal: AbortSignal;
}
