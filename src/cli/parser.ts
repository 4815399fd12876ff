import { type Command, Option } from 'commander';
import type { FlagRow } from './command-row.ts';
import type { Context, Flags } from './context.ts';
import { parseErrorOf } from './parse-error.ts';

/** Parses; false where help or the version was asked for and has been written. */
export function parseWords(command: Command, words: readonly string[]): boolean {
  try {
    command.parse(words, { from: 'user' });
    return true;
  } catch (error) {
    if (Object(error).exitCode === 0) return false;
    throw error;
  }
}

/** A command that writes to the terminal given, in the language given, and throws in place of exiting. */
export function styled(command: Command, { say, stdout, stderr, language }: Context): Command {
  const titles = new Map([
    ['Usage:', say('titleUsage')],
    ['Options:', say('titleOptions')],
    ['Commands:', say('titleCommands')],
    ['Arguments:', say('titleArguments')],
  ]);
  const width = () => stdout.columns || 100;
  return command
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      // Said in the user's language where it is caught.
      outputError: () => undefined,
      getOutHelpWidth: width,
      getErrHelpWidth: width,
    })
    .configureHelp({
      styleTitle: (title) => titles.get(title) ?? title,
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${argChoices.join(language === 'zh' ? '、' : ', ')})` : description,
    })
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', say('flagHelp'))
    .exitOverride((error) => {
      throw parseErrorOf(error, command);
    });
}

/** Adds flags by their rows, less those whose names are taken. */
export function addFlags(
  command: Command,
  rows: readonly FlagRow[],
  { say }: Context,
  taken: ReadonlySet<string> = new Set(),
): void {
  for (const { flags, text, choices, isList } of rows) {
    const option = new Option(flags, say(text));
    if (choices) option.choices([...choices]);
    if (isList) option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), word]);
    if (!taken.has(option.name())) command.addOption(option);
  }
}

/** The flags that were given; no defaults, so that flags before and behind an operation can be joined. */
export function givenFlags(command: Command): Flags {
  const all = Object.entries(command.opts<Record<string, unknown>>());
  return Object.fromEntries(all.filter(([name]) => command.getOptionValueSource(name) === 'cli'));
}
