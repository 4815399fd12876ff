import { Command, Option } from 'commander';
import type { OperationName } from '../../catalogue/index.ts';
import { operationAt, type Parameter, typeWord } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { callFlags } from '../flags.ts';
import { addFlags, givenFlags, parseWords, styled } from '../parser.ts';
import { describeValue, isTime } from '../show/facts-text.ts';

/** The words after the operation. */
export interface OperationWords {
  readonly flags: Flags;
  /** The values of each parameter's flag. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/**
 * Parses the words after an operation: a flag for each of its parameters, by its name, with hyphens or underscores. If
 * a parameter has the name of one of the command's flags, the parameter wins; write the command's flag before the
 * operation. Returns undefined after printing help.
 *
 * @throws UsageError for a flag that neither the operation nor the command has.
 */
export function readOperationWords(
  context: Context,
  operation: OperationName,
  parameters: readonly Parameter[],
  given: readonly string[],
): OperationWords | undefined {
  const { summary = operation.id } = operationAt(operation.path, operation.method, context.language);
  const command = styled(new Command(`weiban call ${operation.name}`), context).description(
    `${summary} (${operation.method} ${operation.path})`,
  );
  // An argument whose name is no flag can be given with --json.
  const flagged = parameters.filter(({ name }) => /^\w[^\s,|=<>]*$/.test(name));
  const options = new Map(flagged.map((parameter) => [parameter.name, optionOf(context, parameter)]));
  for (const option of options.values()) command.addOption(option);
  if (parameters.some(({ facts }) => isTime(facts)))
    command.addHelpText('after', `\n${context.say('datesText')}`);
  addFlags(command, callFlags, context, new Set(parameters.map(({ name }) => name.replaceAll('_', '-'))));

  if (
    !parseWords(
      command,
      given.map((word) => spelt(word, options)),
    )
  )
    return undefined;
  const own = new Set<string>();
  const words = new Map<string, readonly string[]>();
  for (const [name, option] of options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    own.add(option.attributeName());
    if (value !== undefined) words.set(name, Array.isArray(value) ? value : [String(value)]);
  }
  const flags = Object.entries(givenFlags(command)).filter(([name]) => !own.has(name));
  return { flags: Object.fromEntries(flags), words };
}

function optionOf(
  context: Context,
  { name, schema, isRequired, isFile, description, facts }: Parameter,
): Option {
  const { say } = context;
  const type = isFile ? '@file' : typeWord(schema);
  const meaning = describeValue(context, description, facts);
  const text = [isRequired ? say('requiredMark') : '', meaning].filter(Boolean).join(' ');
  const option = new Option(`--${name} ${type === 'boolean' ? `[${type}]` : `<${type}>`}`, text);
  return option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), word]);
}

/** Rewrites a flag with hyphens to the spelling of its parameter. */
function spelt(word: string, options: ReadonlyMap<string, Option>): string {
  const [, flag = '', suffix = ''] = /^--([^=]+)(.*)/s.exec(word) ?? [];
  const name = flag.replaceAll('-', '_');
  return flag !== name && options.has(name) ? `--${name}${suffix}` : word;
}
