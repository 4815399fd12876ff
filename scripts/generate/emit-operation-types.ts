import type { Model } from '../spec/model.ts';
import { errorNames } from './call-signature.ts';
import { propertyName } from './text.ts';

/** `operation-types.ts`: the result and the errors of each operation by operationId, for code that is typed by id. */
export function emitOperationTypes(model: Model): string {
  const lines = model.operations.map(
    (operation) =>
      `  ${propertyName(operation.id)}: { result: client.${operation.typeName}Result; errors: ${errorNames(operation)} };`,
  );
  return [
    `import type * as client from './client.ts';`,
    '',
    '/** The result of an operation and the names of the errors that it documents, by operationId. */',
    `export interface OperationTypes {\n${lines.join('\n')}\n}`,
    '',
  ].join('\n');
}
