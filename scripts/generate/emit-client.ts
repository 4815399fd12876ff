import { type InterfaceDeclarationStructure, type StatementStructures, StructureKind } from 'ts-morph';
import type { Model, Operation } from '../spec/model.ts';
import { CALL_TYPES } from './call-types.ts';
import { methodsInterface, methodTypes, namespaceTypeName } from './client-methods.ts';
import { declareSchema, operationTypes } from './client-types.ts';
import { doc } from './doc.ts';
import { groupOperations, type Namespace, typeImport } from './namespaces.ts';
import { createProject } from './project.ts';
import { componentTypeNames } from './type-names.ts';
import { say } from './words.ts';

type Statement = StatementStructures | string;

/**
 * The typed client, by file name: `call-types.ts`, which is the same for every specification; `components.ts` with a
 * type for each component schema; `client/<namespace>.ts` with the operations of a namespace; and `client.ts`, which
 * exports them all and declares the client and the operations without a namespace.
 */
export function emitClient(model: Model): Readonly<Record<string, string>> {
  const project = createProject();
  const print = (name: string, statements: readonly Statement[]): [string, string] => [
    name,
    project
      .createSourceFile(name, { statements: statements.filter((statement) => statement !== '') })
      .getFullText(),
  ];
  const { namespaces, own } = groupOperations(model);
  return {
    'call-types.ts': CALL_TYPES,
    ...Object.fromEntries([
      print('components.ts', components(model)),
      print('client.ts', client(model, namespaces, own)),
      ...namespaces.map((namespace) =>
        print(`client/${namespace.file}.ts`, namespaceModule(model, namespace)),
      ),
    ]),
  };
}

function components(model: Model): Statement[] {
  const names = componentTypeNames(model);
  const schemas = Object.entries(model.schemas);
  // Without an export the file would be a script, which nothing can import.
  if (schemas.length === 0) return ['export {};'];
  return schemas.map(([name, schema]) =>
    declareSchema(names.get(name) ?? name, schema, {
      names,
      side: 'result',
      schemas: model.schemas,
      language: model.language,
    }),
  );
}

function client(model: Model, namespaces: readonly Namespace[], own: readonly Operation[]): Statement[] {
  const modules = [
    './call-types.ts',
    './components.ts',
    ...namespaces.map(({ file }) => `./client/${file}.ts`),
  ];
  return [
    ...namespaces.map(({ name, file, operations }) =>
      typeImport(
        [namespaceTypeName(name), ...operations.map(({ typeName }) => `${typeName}Params`)],
        `./client/${file}.ts`,
      ),
    ),
    ...operationStatements(model, own, '.'),
    operationParams(model),
    methodsInterface(model, own, {
      name: 'Methods',
      about: say(model.language, 'methods'),
      namespaces,
    }),
    ...modules.map(
      (moduleSpecifier): Statement => ({
        kind: StructureKind.ExportDeclaration,
        isTypeOnly: true,
        moduleSpecifier,
      }),
    ),
  ];
}

function namespaceModule(model: Model, { name, operations }: Namespace): Statement[] {
  return [
    ...operationStatements(model, operations, '..'),
    methodsInterface(model, operations, {
      name: namespaceTypeName(name),
      about: say(model.language, 'groupMethods', { group: name }),
    }),
  ];
}

/** The types of some operations, preceded by the imports that they and their methods need. */
function operationStatements(model: Model, operations: readonly Operation[], root: string): Statement[] {
  const types = componentTypeNames(model);
  const used = new Set<string>();
  const names = {
    get(component: string) {
      const name = types.get(component);
      if (name !== undefined) used.add(name);
      return name;
    },
  };
  const declarations = operations.flatMap((operation) => operationTypes(model, operation, names));
  return [
    typeImport(methodTypes(model, operations), `${root}/call-types.ts`),
    typeImport(used, `${root}/components.ts`),
    ...declarations,
  ];
}

/** The arguments of every operation, by its id. They distinguish the events of hooks. */
function operationParams(model: Model): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: 'OperationParams',
    docs: [doc(say(model.language, 'everyParams'))],
    properties: model.operations.map(({ id, typeName }) => ({ name: id, type: `${typeName}Params` })),
  };
}
