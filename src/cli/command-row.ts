import type { Run } from './context.ts';
import type { MessageName, Slots } from './messages/say.ts';

/** A flag of a command. */
export interface FlagRow {
  /** The flag in the form of the help: `--port <n>`. */
  readonly flags: string;
  readonly text: MessageName;
  /** The slots of the text. */
  readonly slots?: Slots;
  readonly choices?: readonly string[];
  /** Whether it may be given several times. */
  readonly isList?: true;
}

/** A command as data, for help, parsing and completion. */
export interface CommandRow {
  /** One word, or two for a subcommand. */
  readonly name: string;
  readonly text: MessageName;
  /** The words after the name: `<operation>`, `[words...]`. */
  readonly words: readonly string[];
  /** The kind of words, for completion. */
  readonly completes?: 'operation' | 'error' | 'shell';
  readonly flags: readonly FlagRow[];
  /** Whether the words after the first one are flags of the operation. */
  readonly isOpen?: true;
  /** Whether the command runs until an interrupt, and then ends without an error. */
  readonly isServer?: true;
  /** Loads the command's function, only when the command is run. */
  readonly load: () => Promise<Run>;
}
