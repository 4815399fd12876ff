import { readFile } from 'node:fs/promises';
import { nearest } from '../../base/nearest.ts';
import type { OperationName, Parameter } from '../../catalogue/index.ts';
import { operationAt } from '../../catalogue/index.ts';
import type { Context, Flags } from '../context.ts';
import { textOf } from '../context.ts';
import { readAll } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { parseInput } from './exact-input.ts';
import { readValue } from './read-value.ts';

/** What {@link readArguments} reads from. */
export interface Given {
  readonly operation: OperationName;
  readonly parameters: readonly Parameter[];
  /** `--data` and `--json`. */
  readonly flags: Flags;
  /** The words behind each parameter's own flag. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/**
 * The arguments of a call: those of `--data`, over them those of `--json`, over them those of the flags. A name that
 * the specification does not have goes out all the same, and is warned of.
 *
 * @throws UsageError where something cannot be read, or what the operation requires is missing.
 */
export async function readArguments(context: Context, given: Given): Promise<Record<string, unknown>> {
  const { operation, parameters, flags, words } = given;
  const data = textOf(flags, 'data');
  const json = textOf(flags, 'json');
  const args: Record<string, unknown> = {
    ...(data !== undefined && members(await readData(context, data), '--data')),
    ...(json !== undefined && members(parseInput(json, '--json'), '--json')),
  };
  for (const { name, schema } of parameters) {
    const own = words.get(name);
    if (own) args[name] = readValue(name, schema, own);
  }
  warnOfUnknown(context, parameters, args);
  requireAll(operation, parameters, args);
  return args;
}

async function readData({ stdin }: Context, source: string): Promise<unknown> {
  if (source === '-') return parseInput(await readAll(stdin), '--data -');
  if (!source.startsWith('@')) throw new UsageError('dataSource', { given: source });
  const file = source.slice(1);
  try {
    return parseInput(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('fileUnreadable', { file, problem: String(Object(error).code ?? error) });
  }
}

function members(value: unknown, where: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError('notObject', { where });
}

function warnOfUnknown({ stderr, say }: Context, parameters: readonly Parameter[], args: object): void {
  const names = parameters.map(({ name }) => name);
  for (const name of Object.keys(args).filter((each) => !names.includes(each))) {
    const near = nearest(name, names);
    stderr.write(
      `weiban: ${say(near ? 'unknownArgumentNear' : 'unknownArgument', { name, near: near ?? '' })}\n`,
    );
  }
}

function requireAll(
  { name, path, method }: OperationName,
  parameters: readonly Parameter[],
  args: Record<string, unknown>,
): void {
  const missing = parameters.filter((each) => each.isRequired && args[each.name] === undefined);
  if (missing.length > 0) {
    throw new UsageError('missingArguments', {
      name,
      missing: missing.map((each) => `--${each.name}`).join(', '),
    });
  }
  const anyOf = operationAt(path, method)['x-oneOf-required'];
  if (anyOf && !anyOf.some((each) => args[each] !== undefined)) {
    throw new UsageError('oneRequired', { name, anyOf: anyOf.map((each) => `--${each}`).join(', ') });
  }
}
