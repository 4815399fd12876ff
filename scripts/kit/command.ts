import { SpecError } from './diagnostic.ts';
import { describeSystemError } from './system-error.ts';

/** The parts of the process that a command may use. */
export interface CommandIo {
  /** Writes one or more lines to standard output. */
  readonly print: (text: string) => void;
  /** Writes progress or an error to standard error. */
  readonly complain: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command of `npm run`: takes its arguments and returns its exit code. Only the entry point touches the process. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** The parts from which {@link createCommand} makes a command. */
export interface CommandParts {
  /** Printed after the error about wrong arguments. */
  readonly usage: string;
  /** Printed for `--help`. */
  readonly help: string;
  /** The exit code for bad input; by default 2, as for wrong arguments. */
  readonly badInput?: 1 | 2;
  readonly run: Command;
}

/**
 * Creates a command that handles `--help`, and turns wrong arguments, bad input and a disk that is full or read-only into an
 * error message and an exit code.
 * Any other error is a bug in the command and is thrown.
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
      const problem = describeSystemError(error);
      if (problem !== undefined) {
        io.complain(problem);
        return badInput;
      }
      if (!isWrongArguments(error)) throw error;
      io.complain(`${error.message}\n${usage}`);
      return 2;
    }
  };
}

/** Creates the error for wrong arguments, as `parseArgs` throws it: a TypeError with a code. */
export function wrongArguments(message: string): TypeError {
  return Object.assign(new TypeError(message), { code: 'WRONG_ARGUMENTS' });
}

function isWrongArguments(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error;
}
