import { SpecError } from './diagnostic.ts';

/** Arguments that a command does not take, as `parseArgs` reports them: a TypeError with a code. */
export function wrongArguments(message: string): TypeError {
  return Object.assign(new TypeError(message), { code: 'WRONG_ARGUMENTS' });
}

/**
 * What a command says of bad input, and of wrong arguments together with its usage.
 * @throws the error itself where it is a mistake in the command.
 */
export function complaintOf(error: unknown, usage: string): string {
  if (error instanceof SpecError) return error.message;
  if (error instanceof TypeError && 'code' in error) return `${error.message}\n${usage}`;
  throw error;
}
