import { hasBatchRows } from '../spec/batch-rows.ts';
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
  const { typeName } = operation;
  const errors = errorNames(operation);
  const [result, item, entry, row] = ['Result', 'Item', 'Entry', 'Row'].map((part) => typeName + part);
  const types: Readonly<Record<CallTypeName, string>> = {
    Call: `Call<${result}, ${errors}>`,
    ListCall: `ListCall<${result}, ${item}, ${errors}>`,
    BatchCall: `BatchCall<${result}, ${entry}, ${errors}>`,
    RowBatchCall: `RowBatchCall<${result}, ${entry}, ${row}, ${errors}>`,
  };
  return callTypeNames(operation)
    .map((name) => types[name])
    .join(' & ');
}

type CallTypeName = 'Call' | 'ListCall' | 'BatchCall' | 'RowBatchCall';

/** The names of the generic types that an operation's call has: more than one if it pages and takes a long list. */
export function callTypeNames(operation: Operation): readonly CallTypeName[] {
  const batch = hasBatchRows(operation) ? 'RowBatchCall' : 'BatchCall';
  const names: CallTypeName[] = [
    ...(operation.pagination === undefined ? [] : (['ListCall'] as const)),
    ...(operation.batches.length === 0 ? [] : ([batch] as const)),
  ];
  return names.length === 0 ? ['Call'] : names;
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
