import { Command } from 'commander';
import type { CommandRow } from './command-row.ts';
import { commands, groups } from './commands.ts';
import type { Context, Input } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { JSON_ERRORS } from './json-errors.ts';
import { addFlags, givenFlags, parseWords, styled } from './parser.ts';
import { packageVersion } from './version.ts';

/** The chosen command and its input. */
export interface Chosen {
  readonly row: CommandRow;
  readonly input: Input;
}

/**
 * Parses the arguments. Returns undefined after printing help or the version.
 *
 * @throws UsageError if they are wrong.
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
    .option(JSON_ERRORS, say('flagJsonErrors'))
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

function addCommand(parent: Command, name: string, context: Context): Command {
  return styled(parent.command(name), context);
}

function exitCodeTable({ say }: Context): string {
  const lines = exitCodes.map(([, code, text]) => `  ${String(code).padStart(3)}  ${say(text)}`);
  return `${say('titleExitCodes')}\n${lines.join('\n')}`;
}
