import { findOperation, nearestOperation, type OperationName } from '../catalogue/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds the operation that the user means by method name, operationId, path or full URL.
 *
 * @throws UsageError if there is none; it suggests the nearest operation.
 */
export function requireOperation(given: string): OperationName {
  const found = findOperation(given);
  if (found) return found;
  const near = nearestOperation(given)?.name;
  throw new UsageError(near ? 'unknownOperationNear' : 'unknownOperation', { given, near: near ?? '' });
}
