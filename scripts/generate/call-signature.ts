import type { Model, Operation } from '../spec/model.ts';
import { planArguments } from './arguments.ts';
import { literal } from './text.ts';

/** Whether an operation cannot be called without arguments. */
export function hasRequiredArguments(model: Model, operation: Operation): boolean {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const isBodyRequired = wholeBody !== undefined && operation.body?.required === true;
  return (
    isBodyRequired ||
    parameters.some(({ required }) => required === true) ||
    (bodyFields?.required ?? []).length > 0
  );
}

/** The type of the call that an operation's function returns. */
export function callType(operation: Operation): string {
  const { typeName, pagination } = operation;
  return pagination === undefined
    ? `Call<${typeName}Result, ${errorNames(operation)}>`
    : `ListCall<${typeName}Result, ${typeName}Item, ${errorNames(operation)}>`;
}

/** The type of a list's method. */
export function listType(model: Model, operation: Operation): string {
  const { typeName } = operation;
  const name = listTypeName(model, operation);
  return `${name}<${typeName}Params, ${typeName}Result, ${typeName}Item, ${errorNames(operation)}>`;
}

/** The name of the generic type of a list's method. */
export function listTypeName(model: Model, operation: Operation): 'List' | 'OpenList' {
  return hasRequiredArguments(model, operation) ? 'List' : 'OpenList';
}

/** The union of the error names that an operation documents. */
export function errorNames({ errors }: Operation): string {
  return errors.map(({ name }) => literal(name)).join(' | ') || 'never';
}
