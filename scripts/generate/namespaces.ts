import { hasBatchRows } from '../spec/batch-rows.ts';
import type { Model, Operation } from '../spec/model.ts';

/** The operations in one object of the client: their paths share the first segment. */
export interface Namespace {
  readonly name: string;
  /** The name of the namespace's files, without an extension: `external-user`, unique even if case is ignored. */
  readonly file: string;
  readonly operations: readonly Operation[];
}

/** The namespaces of a client, and the operations that are methods of the client itself. */
export function groupOperations({ operations }: Model): {
  readonly namespaces: readonly Namespace[];
  readonly own: readonly Operation[];
} {
  const groups = new Map<string | undefined, Operation[]>();
  for (const operation of operations) {
    const group = groups.get(operation.namespace);
    if (group === undefined) groups.set(operation.namespace, [operation]);
    else group.push(operation);
  }
  const namespaces = [...groups].flatMap(([name, members]) =>
    name === undefined ? [] : [{ name, file: fileName(name), operations: members }],
  );
  return { namespaces, own: groups.get(undefined) ?? [] };
}

function fileName(namespace: string): string {
  return namespace.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The names of an operation's types: its arguments, its result and the rows of a list. */
export function operationTypeNames(operation: Operation): string[] {
  const { typeName, pagination, batches } = operation;
  return [
    `${typeName}Params`,
    `${typeName}Result`,
    ...(pagination === undefined ? [] : [`${typeName}Item`]),
    ...(batches.length === 0 ? [] : [`${typeName}Entry`]),
    ...(hasBatchRows(operation) ? [`${typeName}Row`] : []),
  ];
}

/** An import of types; empty if there are no names. */
export function typeImport(names: Iterable<string>, module: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length === 0 ? '' : `import type { ${sorted.join(', ')} } from '${module}';`;
}
