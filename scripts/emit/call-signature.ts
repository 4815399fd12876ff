import type { Model, Operation } from '../spec/model.ts';
import { planArguments } from './arguments.ts';
import { literal } from './text.ts';

/** Whether an operation can not be called without arguments. */
export function hasRequiredArguments(model: Model, operation: Operation): boolean {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const isBodyRequired = wholeBody !== undefined && operation.body?.required === true;
  return (
    isBodyRequired ||
    parameters.some(({ required }) => required === true) ||
    (bodyFields?.required ?? []).length > 0
  );
}

/** The type of the call that an operation's method returns. */
export function callType(operation: Operation): string {
  const errors = operation.errors.map(({ name }) => literal(name)).join(' | ');
  return `Call<${operation.typeName}Result, ${errors === '' ? 'never' : errors}>`;
}
