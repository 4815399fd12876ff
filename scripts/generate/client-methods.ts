import {
  type InterfaceDeclarationStructure,
  type MethodSignatureStructure,
  type OptionalKind,
  type PropertySignatureStructure,
  StructureKind,
} from 'ts-morph';
import type { Model, Operation } from '../spec/model.ts';
import { pascalCase } from '../spec/names.ts';
import { batchMethodTypes } from './batch-method.ts';
import { batchMethodName } from './batches.ts';
import { callType, hasRequiredArguments, listType, listTypeName, walkOptions } from './call-signature.ts';
import { doc } from './doc.ts';
import { groupDoc } from './group-doc.ts';
import type { Namespace } from './namespaces.ts';
import { operationDoc } from './operation-doc.ts';
import { propertyName } from './text.ts';

/** The name of the interface with the methods of a namespace. */
export function namespaceTypeName(namespace: string): string {
  return `${pascalCase(namespace)}Methods`;
}

/**
 * An interface with a method for each operation. A list is a property, because it is a function with members.
 * @param about the doc comment of the interface.
 * @param namespaces the namespaces that become properties.
 */
export function methodsInterface(
  model: Model,
  operations: readonly Operation[],
  { name, about, namespaces = [] }: { name: string; about: string; namespaces?: readonly Namespace[] },
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: [{ description: about }],
    properties: [
      ...namespaces.map((namespace) => ({
        name: propertyName(namespace.name),
        isReadonly: true,
        type: namespaceTypeName(namespace.name),
        docs: [doc(groupDoc(model, namespace))],
      })),
      ...operations.filter(hasMembers).map((operation) => memberProperty(model, operation)),
    ],
    methods: operations
      .filter((operation) => !hasMembers(operation))
      .map((operation) => methodSignature(model, operation)),
  };
}

/** The names of the call types that the methods of these operations use. */
export function methodTypes(model: Model, operations: readonly Operation[]): string[] {
  return operations.flatMap((operation) => [
    ...(isList(operation) ? [listTypeName(model, operation), walkOptions(operation)] : []),
    ...(isBatched(operation) ? batchMethodTypes(operation) : []),
    ...(hasMembers(operation) ? [] : ['Call', 'CallOptions']),
  ]);
}

function isList({ pagination }: Operation): boolean {
  return pagination !== undefined;
}

function isBatched({ batches }: Operation): boolean {
  return batches.length > 0;
}

function hasMembers(operation: Operation): boolean {
  return isList(operation) || isBatched(operation);
}

function methodSignature(model: Model, operation: Operation): OptionalKind<MethodSignatureStructure> {
  return {
    name: propertyName(operation.member),
    parameters: [
      {
        name: 'params',
        type: `${operation.typeName}Params`,
        hasQuestionToken: !hasRequiredArguments(model, operation),
      },
      { name: 'options', type: 'CallOptions', hasQuestionToken: true },
    ],
    returnType: callType(operation),
    docs: [{ description: `\n${operationDoc(model, operation)}` }],
  };
}

function memberProperty(model: Model, operation: Operation): OptionalKind<PropertySignatureStructure> {
  const types = [
    ...(isList(operation) ? [listType(model, operation)] : []),
    ...(isBatched(operation) ? [batchMethodName(operation)] : []),
  ];
  return {
    name: propertyName(operation.member),
    isReadonly: true,
    type: types.join(' & '),
    docs: [{ description: `\n${operationDoc(model, operation)}` }],
  };
}
