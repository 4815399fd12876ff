import type { Model } from '../spec/model.ts';
import { errorNames } from './call-signature.ts';
import { propertyName } from './text.ts';

/** `operation-types.ts`: what each operation takes, answers and fails with, by operationId, for whoever types by id. */
export function emitOperationTypes(model: Model): string {
  const lines = model.operations.map(
    (operation) =>
      `  ${propertyName(operation.id)}: { result: client.${operation.typeName}Result; errors: ${errorNames(operation)} };`,
  );
  return [
    `import type * as client from './client.ts';`,
    '',
    '/** What an operation answers, and the names of the errors that it documents, by operationId. */',
    `export interface OperationTypes {\n${lines.join('\n')}\n}`,
    '',
  ].join('\n');
}
