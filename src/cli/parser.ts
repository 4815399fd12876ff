import { type Command, Option } from 'commander';
import type { FlagRow } from './command-row.ts';
import type { Context, Flags } from './context.ts';
import { displayWidth, wrapped } from './output/display-width.ts';
import { parseErrorOf } from './parse-error.ts';

/** Parses the words. Returns false after printing help or the version. */
export function parseWords(command: Command, words: readonly string[]): boolean {
  try {
    command.parse(words, { from: 'user' });
    return true;
  } catch (error) {
    if (Object(error).exitCode === 0) return false;
    throw error;
  }
}

/** Configures a command to write to the context's terminal in its language, and to throw instead of exiting. */
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
      // The code that catches the error prints it in the user's language.
      outputError: () => undefined,
      getOutHelpWidth: width,
      getErrHelpWidth: width,
    })
    .configureHelp({
      styleTitle: (title) => titles.get(title) ?? title,
      displayWidth,
      boxWrap: (text, columns) =>
        text
          .split('\n')
          .flatMap((line) => wrapped(line, columns))
          .join('\n'),
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${argChoices.join(language === 'zh' ? '、' : ', ')})` : description,
    })
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', say('flagHelp'))
    .exitOverride((error) => {
      throw parseErrorOf(error, command);
    });
}

/** Adds flags by their rows, except those whose names are taken. */
export function addFlags(
  command: Command,
  rows: readonly FlagRow[],
  { say }: Context,
  taken: ReadonlySet<string> = new Set(),
): void {
  for (const { flags, text, slots, choices, isList } of rows) {
    const option = new Option(flags, say(text, slots));
    if (choices) option.choices([...choices]);
    if (isList) option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), word]);
    if (!taken.has(option.name())) command.addOption(option);
  }
}

/** The given flags, without defaults, so that flags before and after an operation can be merged. */
export function givenFlags(command: Command): Flags {
  const all = Object.entries(command.opts<Record<string, unknown>>());
  return Object.fromEntries(all.filter(([name]) => command.getOptionValueSource(name) === 'cli'));
}
