import { basePath, operations } from '../../generated/operations.ts';
import { nearest } from '../base/nearest.ts';
import { memberOf, parseOperation } from '../base/operation-row.ts';

/** An operation by its names. */
export interface OperationName {
  /** The row of `generated/operations.ts`. */
  readonly row: string;
  /** The method on the client: `opportunity.one`. */
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly method: string;
}

/** Every operation, in order of operationId. */
export function listOperations(): OperationName[] {
  return operations.map((row) => {
    const { id, path, method } = parseOperation(row);
    return { row, name: memberOf(row).join('.'), id, path, method };
  });
}

/** Finds an operation by method name, operationId, path or URL, in any spelling; undefined if there is none. */
export function findOperation(given: string): OperationName | undefined {
  const all = listOperations();
  const key = plain(given);
  const [, asked = ''] = /^([a-z]+)\s/i.exec(given) ?? [];
  const atPath = all.filter(({ path }) => plain(path) === key);
  return (
    all.find(({ name, id }) => name === given || id === given) ??
    atPath.find(({ method }) => method.toLowerCase() === asked.toLowerCase()) ??
    atPath[0]
  );
}

/** The operation that a misspelt name or path most likely means; undefined if none is close. */
export function nearestOperation(given: string): OperationName | undefined {
  const paths = new Map(listOperations().map((operation) => [plain(operation.path), operation]));
  return paths.get(nearest(plain(given), paths.keys()) ?? '');
}

/**
 * The letters and digits of a name, or of a path without the base. An operationId is its path in camel case, so they
 * match.
 */
function plain(given: string): string {
  const path = given
    .replace(/^[a-z]+\s+/i, '')
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*/s, '');
  const suffix = path.toLowerCase().startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  return suffix.toLowerCase().replace(/[^a-z0-9]/g, '');
}
