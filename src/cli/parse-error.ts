import type { Command, CommanderError } from 'commander';
import { nearest } from '../base/nearest.ts';
import { longName } from './flag-name.ts';
import type { MessageName } from './messages/say.ts';
import { UsageError } from './usage-error.ts';

const MESSAGES: Readonly<Record<string, MessageName>> = {
  'commander.unknownOption': 'unknownFlag',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingWord',
  'commander.optionMissingArgument': 'missingValue',
  'commander.excessArguments': 'tooManyWords',
  'commander.invalidArgument': 'badChoice',
  'commander.help': 'missingCommand',
};

/** Converts an error of the parser to an error with our messages. Help and version pass unchanged. */
export function parseErrorOf(error: CommanderError, command: Command): CommanderError | UsageError {
  const said = MESSAGES[error.code];
  if (said === undefined || error.exitCode === 0) return error;
  // The first quoted text in the parser's message is the faulty word.
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  // The text after `=` may be a secret.
  const given = quoted.startsWith('-') ? quoted.replace(/=.*/s, '') : quoted;
  const slots = { given, command: fullName(command), detail: detailOf(error.message) };
  const near = nearOf(said, given, command);
  if (near === undefined) return new UsageError(said, slots);
  return new UsageError(said === 'unknownFlag' ? 'unknownFlagNear' : 'unknownCommandNear', {
    ...slots,
    near,
  });
}

function nearOf(said: MessageName, given: string, command: Command): string | undefined {
  if (said === 'unknownCommand')
    return nearest(
      given,
      command.commands.map((subcommand) => subcommand.name()),
    );
  if (said !== 'unknownFlag') return undefined;
  const flags = command.options.map(({ flags }) => longName(flags));
  const near = nearest(given, flags);
  return near && `--${near}`;
}

/** The words that lead to a command. */
function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

/** The allowed values at the end of the parser's message; a value may contain a full stop. */
function detailOf(message: string): string {
  return /Allowed choices are (.*)\.$/s.exec(message)?.[1] ?? '';
}
