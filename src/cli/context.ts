import type { Language } from './messages/languages.ts';
import type { Say } from './messages/say.ts';
import type { Terminal } from './terminal.ts';

/** The context of every command: the terminal and the language. */
export interface Context extends Terminal {
  readonly language: Language;
  readonly say: Say;
  /** Whether standard error gets lines of JSON in place of text, by `--json-errors`. */
  readonly hasJsonErrors: boolean;
}

/** The values of flags, by name. */
export type Flags = Readonly<Record<string, unknown>>;

/** The words after a command's name, and its flags. */
export interface Input {
  readonly words: readonly string[];
  readonly flags: Flags;
}

/** Runs one command. Resolves to its exit code. */
export type Run = (context: Context, input: Input) => Promise<number>;

/** The text of a flag; undefined if it was not given. */
export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}
