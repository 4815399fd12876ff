import { Command, Option } from 'commander';
import type { CommandRow, FlagRow } from './command-row.ts';
import { commands, groups } from './commands.ts';
import type { Context, Flags, Input } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { parseErrorOf } from './parse-error.ts';
import { packageVersion } from './version.ts';

/** The command that the arguments ask for, and what it is given. */
export interface Chosen {
  readonly row: CommandRow;
  readonly input: Input;
}

/**
 * Reads the arguments. Undefined where they asked for help or the version, which has then been written.
 *
 * @throws UsageError where they are wrong.
 */
export function chooseCommand(context: Context, rows = commands): Chosen | undefined {
  const { say, argv } = context;
  let chosen: Chosen | undefined;
  const program = styled(new Command('weiban'), context)
    .description(say('program'))
    .enablePositionalOptions()
    .version(packageVersion(), '-V, --version', say('flagVersion'))
    .helpCommand('help [command]', say('commandHelp'))
    .option('--lang <language>', say('flagLang'))
    .addHelpText('after', () => `\n${exitCodeTable(context)}`);
  const parents = new Map<string, Command>();
  const parentOf = (group: keyof typeof groups) => {
    const parent = parents.get(group) ?? addCommand(program, group, context).description(say(groups[group]));
    parents.set(group, parent);
    return parent;
  };
  for (const row of rows) {
    const [first = '', second] = row.name.split(' ');
    const parent = second === undefined ? program : parentOf(first as keyof typeof groups);
    const command = addCommand(parent, second ?? first, context).description(say(row.text));
    for (const word of row.words) command.argument(word);
    addFlags(command, row.flags, context);
    if (row.isOpen) command.passThroughOptions().allowUnknownOption();
    command.action(() => {
      chosen = { row, input: { words: command.args, flags: givenFlags(command) } };
    });
  }
  if (argv.length === 0) {
    program.outputHelp();
    return undefined;
  }
  return parseWords(program, argv) ? chosen : undefined;
}

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

function addCommand(parent: Command, name: string, context: Context): Command {
  return styled(parent.command(name), context);
}

function exitCodeTable({ say }: Context): string {
  const lines = exitCodes.map(([, code, text]) => `  ${String(code).padStart(3)}  ${say(text)}`);
  return `${say('titleExitCodes')}\n${lines.join('\n')}`;
}
