import type { Language } from './messages/languages.ts';
import type { Say } from './messages/say.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets: the terminal, and the language to speak in. */
export interface Context extends Terminal {
  readonly language: Language;
  readonly say: Say;
}

/** What stood in flags. */
export type Flags = Readonly<Record<string, unknown>>;

/** A command's words behind its name, and its flags. */
export interface Input {
  readonly words: readonly string[];
  readonly flags: Flags;
}

/** Runs one command and gives its exit code. */
export type Run = (context: Context, input: Input) => Promise<number>;

/** The text of a flag; undefined where it was not given. */
export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}
