import type { Readable } from 'node:stream';

/** Where text goes. */
interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Characters in a line, where that is known. */
  readonly columns?: number | undefined;
}

/** What the command reads and writes: a process's own, or what a test hands in. */
export interface Terminal {
  /** The words behind the command's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborts when the user interrupts the command. */
  readonly signal: AbortSignal;
}
