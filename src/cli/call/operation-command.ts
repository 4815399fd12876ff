import { Command, Option } from 'commander';
import type { OperationName } from '../../catalogue/index.ts';
import { operationAt, type Parameter, typeWord } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { callFlags } from '../flags.ts';
import { addFlags, givenFlags, parseWords, styled } from '../parser.ts';

/** What stood behind the operation. */
export interface OperationWords {
  readonly flags: Flags;
  /** The words behind the flag of each parameter. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the words behind an operation: a flag for each of its parameters, by its own name, with hyphens or underscores.
 * Where a parameter is called like one of the command's own flags, it is the parameter; the command's flag can stand
 * before the operation. Undefined where help was asked for, which has then been written.
 *
 * @throws UsageError for a flag that neither the operation nor the command has.
 */
export function readOperationWords(
  context: Context,
  operation: OperationName,
  parameters: readonly Parameter[],
  given: readonly string[],
): OperationWords | undefined {
  const { summary } = operationAt(operation.path, operation.method);
  const command = styled(new Command(`weiban call ${operation.name}`), context).description(
    `${summary} (${operation.method} ${operation.path})`,
  );
  const options = new Map(parameters.map((parameter) => [parameter.name, optionOf(context, parameter)]));
  for (const option of options.values()) command.addOption(option);
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

function optionOf({ say }: Context, { name, schema, isRequired, description }: Parameter): Option {
  const type = typeWord(schema);
  const values = schema.enum ? `[${schema.enum.join(', ')}]` : '';
  const text = [isRequired ? say('requiredMark') : '', description, values].filter(Boolean).join(' ');
  const option = new Option(`--${name} ${type === 'boolean' ? `[${type}]` : `<${type}>`}`, text);
  return option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), word]);
}

/** A flag with hyphens as its parameter is written. */
function spelt(word: string, options: ReadonlyMap<string, Option>): string {
  const [, flag = '', rest = ''] = /^--([^=]+)(.*)$/s.exec(word) ?? [];
  const name = flag.replaceAll('-', '_');
  return flag !== name && options.has(name) ? `--${name}${rest}` : word;
}
