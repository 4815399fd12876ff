import type { Model, Operation } from '../spec/model.ts';
import { callType, callTypeNames, hasRequiredArguments, walkOptions } from './call-signature.ts';
import { groupOperations, operationTypeNames, typeImport } from './namespaces.ts';
import { operationDoc } from './operation-doc.ts';
import { blockComment } from './text.ts';

/**
 * One function per operation, each with only its own row, for the smallest bundle. By file name:
 * `functions/<namespace>.ts`, and `functions.ts`, which exports them all and defines those without a namespace.
 */
export function emitFunctions(model: Model): ReadonlyMap<string, string> {
  const { namespaces, own } = groupOperations(model);
  const modules = new Map<string, string>();
  for (const { file, operations } of namespaces)
    modules.set(`functions/${file}.ts`, functionsModule(model, operations, '..', `../client/${file}.ts`));
  const exports = namespaces.map(({ file }) => `export * from './functions/${file}.ts';\n`);
  modules.set('functions.ts', `${functionsModule(model, own, '.', './client.ts')}\n${exports.join('')}`);
  return modules;
}

/**
 * @param root the folder of the shared modules.
 * @param client the module with the types of these operations.
 */
function functionsModule(
  model: Model,
  operations: readonly Operation[],
  root: string,
  client: string,
): string {
  if (operations.length === 0) return '';
  const calls = operations.flatMap((operation) => [
    ...callTypeNames(operation),
    ...(operation.pagination === undefined ? [] : [walkOptions(operation)]),
  ]);
  return [
    typeImport(['Caller', 'CallOptions', ...calls], `${root}/call-types.ts`),
    typeImport(operations.flatMap(operationTypeNames), client),
    `import * as rows from '${root}/operations.ts';\n`,
    ...operations.map((operation) => functionText(model, operation)),
  ].join('\n');
}

function functionText(model: Model, operation: Operation): string {
  const { id, typeName } = operation;
  const optional = hasRequiredArguments(model, operation) ? '' : '?';
  return `${blockComment(operationDoc(model, operation))}export const ${id} = (
  caller: Caller,
  params${optional}: ${typeName}Params,
  options?: CallOptions,
): ${callType(operation)} => caller['~call'](rows.${id}, params, options);
`;
}
