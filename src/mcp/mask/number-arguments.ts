import { findOperation, followed, parametersOf, type Schema, typesOf } from '../../catalogue/index.ts';
import { kindOfField } from './fields.ts';

/** The arguments of an operation that take phone numbers as JSON numbers. */
export function numberArguments(operationId: string | undefined): readonly string[] {
  const operation = operationId === undefined ? undefined : findOperation(operationId);
  if (!operation) return [];
  return parametersOf(operation)
    .filter(({ name, schema }) => kindOfField(name, {}) === 'phone' && isNumber(schema))
    .map(({ name }) => name);
}

function isNumber(schema: Schema): boolean {
  const types = typesOf(followed(schema.items ?? schema));
  return types.some((type) => type === 'integer' || type === 'number') && !types.includes('string');
}
