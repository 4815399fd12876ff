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

/** What the parser complains of, as an error in our own words; help and version pass as they are. */
export function parseErrorOf(error: CommanderError, command: Command): CommanderError | UsageError {
  const said = MESSAGES[error.code];
  if (said === undefined || error.exitCode === 0) return error;
  // The parser names what is wrong in quotes, first of all.
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  // What stands behind `=` may be a secret.
  const given = quoted.startsWith('-') ? quoted.replace(/=.*$/s, '') : quoted;
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
      command.commands.map((each) => each.name()),
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

/** What the parser allows, in brackets or behind its last full stop. */
function detailOf(message: string): string {
  return /Allowed choices are ([^.]*)\./.exec(message)?.[1] ?? '';
}
