import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { nearest } from '../../base/nearest.ts';
import type { OperationName, Parameter } from '../../catalogue/index.ts';
import { missingArguments } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { textOf } from '../context.ts';
import { readAll, textOfBytes } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { parseInput } from './exact-input.ts';
import { readValue } from './read-value.ts';

/** The input of {@link readArguments}. */
export interface Given {
  readonly operation: OperationName;
  readonly parameters: readonly Parameter[];
  /** The command's flags, such as `--data` and `--json`. */
  readonly flags: Flags;
  /** The values of each parameter's flag. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/**
 * The arguments of a call: `--data`, overridden by `--json`, overridden by the parameters' flags.
 *
 * @throws UsageError if an argument cannot be read, an unknown one is given, or a required one is missing.
 */
export async function readArguments(context: Context, given: Given): Promise<Record<string, unknown>> {
  const { operation, parameters, flags, words } = given;
  const data = textOf(flags, 'data');
  const json = textOf(flags, 'json');
  const args: Record<string, unknown> = {
    ...(data !== undefined && members(await readData(context, data), '--data')),
    ...(json !== undefined && members(parseInput(json, '--json'), '--json')),
  };
  for (const parameter of parameters) {
    const { name, schema, isFile } = parameter;
    const own = words.get(name);
    if (own) args[name] = isFile ? await readFiles(parameter, own) : readValue(name, schema, own);
  }
  refuseUnknown(parameters, args);
  requireAll(operation, parameters, args);
  return args;
}

async function readData({ stdin }: Context, source: string): Promise<unknown> {
  if (source === '-') return parseInput(await readAll(stdin), '--data -');
  if (!source.startsWith('@')) throw new UsageError('dataSource', { given: source });
  const file = source.slice(1);
  return parseInput(textOfBytes(await bytesOf(file), file), file);
}

/** The files of a flag, whose values are `@` and a path; one of them unless the argument is a list. */
async function readFiles({ name, schema }: Parameter, words: readonly string[]): Promise<unknown> {
  const flag = `--${name}`;
  const isList = schema.items !== undefined;
  if (!isList && words.length > 1) throw new UsageError('flagTwice', { flag });
  const files = await Promise.all(
    words.map(async (word) => {
      if (!word.startsWith('@')) throw new UsageError('notAFile', { flag });
      const file = word.slice(1);
      return new File([new Uint8Array(await bytesOf(file))], basename(file));
    }),
  );
  return isList ? files : files[0];
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError('fileUnreadable', { file, problem: String(Object(error).code ?? error) });
  }
}

function members(value: unknown, where: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError('notObject', { where });
}

function refuseUnknown(parameters: readonly Parameter[], args: object): void {
  const names = parameters.map(({ name }) => name);
  for (const name of Object.keys(args).filter((given) => !names.includes(given))) {
    const near = nearest(name, names);
    throw new UsageError(near ? 'unknownArgumentNear' : 'unknownArgument', { name, near: near ?? '' });
  }
}

function requireAll(
  operation: OperationName,
  parameters: readonly Parameter[],
  args: Record<string, unknown>,
): void {
  const { name } = operation;
  const { missing, anyOf } = missingArguments(operation, parameters, args);
  const flags = (names: readonly string[]) => names.map((argument) => `--${argument}`).join(', ');
  if (missing.length > 0) throw new UsageError('missingArguments', { name, missing: flags(missing) });
  if (anyOf.length > 0) throw new UsageError('oneRequired', { name, anyOf: flags(anyOf) });
}
