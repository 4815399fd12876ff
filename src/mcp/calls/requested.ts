import { tokenOperation } from '../../../generated/profile.ts';
import { nearest } from '../../base/nearest.ts';
import { isPaged, parseOperation, parsePaging } from '../../base/operation-row.ts';
import { missingArguments, type OperationName, type Parameter, parametersOf } from '../../catalogue/index.ts';
import type { ToolContext } from '../tool.ts';
import { refusal, type ToolRefusal, unknownOperation } from './tool-refusal.ts';

/** Arguments of a call by name. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The tools that call operations. */
export type CallTool = 'call_read' | 'call_write';

/** The operation that a call names. @throws ToolRefusal if there is none, or if this tool never calls it. */
export function requestedOperation(
  operation: OperationName | undefined,
  given: unknown,
  tool: CallTool,
): OperationName {
  if (!operation) throw unknownOperation(String(given));
  if (operation.id === tokenOperation) {
    const message = `${operation.name} issues the access token, and no tool calls it.`;
    throw refusal('Forbidden', message, 'Go on without it: every call carries the token already.');
  }
  const right = isRead(operation) ? 'call_read' : 'call_write';
  if (right !== tool) {
    const kind = right === 'call_read' ? 'reads' : 'changes data';
    throw refusal('WrongTool', `${operation.name} ${kind}, and ${tool} does not call it.`, `Use ${right}.`);
  }
  return operation;
}

/** Whether an operation changes nothing, as the specification says. */
export function isRead({ row }: OperationName): boolean {
  return parseOperation(row).safety === 'r';
}

/**
 * The arguments to send: checked by name, with pseudonyms replaced by what they stand for.
 *
 * @throws ToolRefusal for an unknown or missing argument, and for a number that JSON has already rounded.
 */
export function requestedArguments(
  context: ToolContext,
  operation: OperationName,
  given: Arguments,
): Arguments {
  const parameters = parametersOf(operation);
  refuseUnknown(operation, parameters, given);
  const { missing, anyOf } = missingArguments(operation, parameters, { ...startOf(operation), ...given });
  if (missing.length > 0) throw badArguments(operation, `needs ${missing.join(', ')}`);
  if (anyOf.length > 0) throw badArguments(operation, `needs one of ${anyOf.join(', ')}`);
  const rounded = roundedNumber(given);
  if (rounded)
    throw badArguments(operation, `got a number beyond 2^53 in ${rounded}; give its digits as a string`);
  const [pseudonym] = context.masker.unknown(given);
  if (pseudonym !== undefined) throw unknownPseudonym(pseudonym);
  const joined = context.masker.runTogether(given);
  if (joined !== undefined)
    throw badArguments(operation, `cannot take ${joined} beside other letters or digits; pass it by itself`);
  // Arguments are an object, and masks leave objects objects.
  return context.masker.unmask(given, operation.id) as Arguments;
}

/** The position of the first page, which the walk of a list adds by itself. */
function startOf({ row }: OperationName): Arguments {
  if (!isPaged(row)) return {};
  const { position, first } = parsePaging(row);
  return { [position]: first };
}

/** The names of arguments for the audit log: only those that the operation has, since others could hold anything. */
export function auditedNames(operation: OperationName | undefined, given: unknown): string[] {
  if (!operation) return [];
  const names = Object.keys(Object(given));
  return parametersOf(operation)
    .map(({ name }) => name)
    .filter((name) => names.includes(name));
}

function refuseUnknown(operation: OperationName, parameters: readonly Parameter[], given: Arguments): void {
  const names = parameters.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, names);
  const hint = near ? `did you mean ${near}?` : `there is ${names.join(', ') || 'none'}`;
  throw badArguments(operation, `has no argument ${JSON.stringify(unknown.slice(0, 60))} (${hint})`);
}

/** The name of the first argument that holds an integer which a double rounds. */
function roundedNumber(given: Arguments): string | undefined {
  const isRounded = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isInteger(value) && !Number.isSafeInteger(value)
      : Object.values(Object(typeof value === 'string' ? undefined : value)).some(isRounded);
  return Object.keys(given).find((name) => isRounded(given[name]));
}

function unknownPseudonym(pseudonym: string): ToolRefusal {
  const advice = 'Take pseudonyms unchanged from answers of this session.';
  return refusal('UnknownPseudonym', `${pseudonym} stands for nothing here.`, advice);
}

function badArguments({ name }: OperationName, why: string): ToolRefusal {
  return refusal('BadArguments', `${name} ${why}.`, 'Correct the arguments; describe_operation lists them.');
}
