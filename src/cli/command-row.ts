import type { Run } from './context.ts';
import type { MessageName } from './messages/say.ts';

/** A flag of a command. */
export interface FlagRow {
  /** As help shows it: `--port <n>`. */
  readonly flags: string;
  readonly text: MessageName;
  readonly choices?: readonly string[];
  /** Whether it may be given several times. */
  readonly isList?: true;
}

/** A command as data: help, parsing and completion are made of it. */
export interface CommandRow {
  /** One word, or two for a command below another. */
  readonly name: string;
  readonly text: MessageName;
  /** The words behind the name: `<operation>`, `[words...]`. */
  readonly words: readonly string[];
  /** What the words are, for completion. */
  readonly completes?: 'operation' | 'error' | 'shell';
  readonly flags: readonly FlagRow[];
  /** Whether the words behind the first one are the operation's own flags. */
  readonly isOpen?: true;
  /** Whether an interrupt is how the command ends: it is then left to end by itself. */
  readonly isServer?: true;
  /** Loads what the command runs: only when it is run. */
  readonly load: () => Promise<Run>;
}
