import type { Model } from '../spec/model.ts';
import { pascalCase } from '../spec/names.ts';
import { fieldsTypeName, oneOfRequired } from './arguments.ts';
import { batchMethodName } from './batches.ts';
import { operationTypeNames } from './namespaces.ts';

const TAKEN = [
  'AheadOptions',
  'BackOptions',
  'AbortSignal',
  'AnyCall',
  'Array',
  'Batch',
  'BatchCall',
  'BatchOptions',
  'Call',
  'CallOptions',
  'Caller',
  'Date',
  'Error',
  'ErrorCodes',
  'ErrorKind',
  'ErrorName',
  'ErrorOf',
  'Function',
  'GlobalErrorName',
  'Headers',
  'Known',
  'List',
  'Map',
  'Methods',
  'Object',
  'Outcome',
  'Page',
  'PageOptions',
  'Promise',
  'RawResponse',
  'Record',
  'RowBatchCall',
  'Set',
  'SplitOptions',
  'String',
  'Symbol',
];

/**
 * The type name of every component schema: its name in Pascal case, with the suffix `Schema` if an operation, a
 * built-in or a generated type already has that name, and a number if that is taken too.
 */
export function componentTypeNames(model: Model): ReadonlyMap<string, string> {
  const used = new Set(TAKEN);
  for (const operation of model.operations) {
    for (const name of operationTypeNames(operation)) used.add(name);
    if (oneOfRequired(model, operation).length > 0) used.add(fieldsTypeName(operation));
    if (operation.batches.length > 0) used.add(batchMethodName(operation));
    if (operation.namespace !== undefined) used.add(`${pascalCase(operation.namespace)}Methods`);
  }
  const names = new Map<string, string>();
  for (const component of Object.keys(model.schemas)) {
    const stem = pascalCase(component);
    let name = stem;
    for (let number = 1; used.has(name); number++) name = `${stem}Schema${number === 1 ? '' : number}`;
    used.add(name);
    names.set(component, name);
  }
  return names;
}
