import { findOperation, nearestOperation, type OperationName } from '../catalogue/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * The operation that the user means: a method name, an operationId, a path or a whole URL.
 *
 * @throws UsageError that names the nearest operation where there is none.
 */
export function requireOperation(given: string): OperationName {
  const found = findOperation(given);
  if (found) return found;
  const near = nearestOperation(given)?.name;
  throw new UsageError(near ? 'unknownOperationNear' : 'unknownOperation', { given, near: near ?? '' });
}
