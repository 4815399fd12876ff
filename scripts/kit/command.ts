import { SpecError } from './diagnostic.ts';

/** What a command is given of the process that runs it. */
export interface CommandIo {
  /** Writes a line, or several, to standard output. */
  readonly print: (text: string) => void;
  /** Writes a line of progress, or a complaint, to standard error. */
  readonly complain: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command of `npm run`: it gets its arguments and gives its exit code. Only the entry point touches the process. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** What all commands have in common. */
export interface CommandParts {
  /** Printed with the complaint about wrong arguments. */
  readonly usage: string;
  /** Printed for `--help`. */
  readonly help: string;
  /** The exit code for bad input; 2 when left out, as for wrong arguments. */
  readonly badInput?: 1 | 2;
  readonly run: Command;
}

/**
 * Makes a command that answers `--help`, and turns wrong arguments and bad input into a complaint and an exit code.
 * Any other error passes through: it is a bug in the command.
 */
export function createCommand({ usage, help, badInput = 2, run }: CommandParts): Command {
  return async (args, io) => {
    if (args.includes('--help') || args.includes('-h')) {
      io.print(help);
      return 0;
    }
    try {
      return await run(args, io);
    } catch (error) {
      if (error instanceof SpecError) {
        io.complain(error.message);
        return badInput;
      }
      if (!isWrongArguments(error)) throw error;
      io.complain(`${error.message}\n${usage}`);
      return 2;
    }
  };
}

/** Arguments that a command does not take, in the form that `parseArgs` reports them: a TypeError with a code. */
export function wrongArguments(message: string): TypeError {
  return Object.assign(new TypeError(message), { code: 'WRONG_ARGUMENTS' });
}

function isWrongArguments(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error;
}
