import { type InterfaceDeclarationStructure, type StatementStructures, StructureKind } from 'ts-morph';
import type { Model, Operation } from '../spec/model.ts';
import { pascalCase } from '../spec/names.ts';
import type { Schema } from '../spec/openapi.ts';
import { parameterSchema, planArguments } from './arguments.ts';
import { callType, hasRequiredArguments, listType } from './call-signature.ts';
import { CLIENT_PRELUDE } from './client-prelude.ts';
import { operationDoc } from './operation-doc.ts';
import { listTypes } from './paging.ts';
import { createProject } from './project.ts';
import { commentText, propertyName } from './text.ts';
import { componentTypeNames } from './type-names.ts';
import { schemaDoc, type TypeContext, typeText } from './type-text.ts';

/** `client.ts`: the named, documented method interface and the parameter and result types of every operation. */
export function emitClient(model: Model): string {
  const names = componentTypeNames(model);
  const statements: (StatementStructures | string)[] = [
    `import type { ErrorCodes, ErrorName, GlobalErrorName } from './error-codes.ts';`,
    CLIENT_PRELUDE,
    ...Object.entries(model.schemas).map(([name, schema]) =>
      declare(names.get(name) ?? name, schema, { names, side: 'result' }),
    ),
  ];
  for (const operation of model.operations) {
    statements.push(paramsInterface(model, operation, names), ...resultTypes(model, operation, names));
  }
  statements.push(operationParams(model), ...methodInterfaces(model));
  const project = createProject();
  return project.createSourceFile('client.ts', { statements }).getFullText();
}

/** The arguments of every operation by its id: what tells the events of hooks apart. */
function operationParams(model: Model): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: 'OperationParams',
    docs: [doc('The arguments of every operation, by operationId.')],
    properties: model.operations.map(({ id, typeName }) => ({ name: id, type: `${typeName}Params` })),
  };
}

function paramsInterface(
  model: Model,
  operation: Operation,
  names: TypeContext['names'],
): InterfaceDeclarationStructure {
  const context: TypeContext = { names, side: 'argument' };
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const required = new Set([
    ...parameters.filter((one) => one.required === true).map(({ name }) => name),
    ...(bodyFields?.required ?? []),
  ]);
  const members = new Map<string, Schema>([
    ...parameters.map((parameter): [string, Schema] => [parameter.name, parameterSchema(parameter)]),
    ...Object.entries(bodyFields?.properties ?? {}),
  ]);
  if (wholeBody !== undefined) members.set('body', wholeBody);
  if (wholeBody !== undefined && operation.body?.required === true) required.add('body');
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: `${operation.typeName}Params`,
    docs: [doc(`Arguments of ${operation.id}.`)],
    properties: [...members].map(([name, schema]) => property(name, schema, required.has(name), context)),
  };
}

/** What an operation answers, and what the rows of a list are. */
function resultTypes(model: Model, operation: Operation, names: TypeContext['names']): StatementStructures[] {
  const { id, typeName } = operation;
  const item = `${typeName}Item`;
  const list = listTypes(model, operation, item);
  const context: TypeContext = { names, side: 'result', item };
  const documented = (structure: StatementStructures, text: string) =>
    ({ ...structure, docs: [doc(text)] }) as StatementStructures;
  const result = declare(`${typeName}Result`, list?.result ?? operation.result ?? {}, context);
  const statements = [documented(result, `What ${id} answers.`)];
  if (list === undefined) return statements;
  const rows = list.declared ?? list.item;
  return [...statements, documented(declare(item, rows, context), `A row of ${id}.`)];
}

/** A schema as a declaration: an interface where it is an object with known members, else an alias. */
function declare(name: string, schema: Schema, context: TypeContext): StatementStructures {
  const docs = schemaDoc(schema) === '' ? [] : [doc(schemaDoc(schema))];
  const isPlainObject =
    schema.properties !== undefined &&
    schema.$ref === undefined &&
    !('oneOf' in schema || 'anyOf' in schema || 'allOf' in schema) &&
    (schema.type === undefined || schema.type === 'object') &&
    typeof schema.additionalProperties !== 'object';
  if (!isPlainObject)
    return { kind: StructureKind.TypeAlias, isExported: true, name, docs, type: typeText(schema, context) };
  const required = new Set(schema.required ?? []);
  const properties = Object.entries(schema.properties ?? {}).map(([key, member]) =>
    property(key, member, required.has(key), context),
  );
  return { kind: StructureKind.Interface, isExported: true, name, docs, properties };
}

function property(name: string, schema: Schema, isRequired: boolean, context: TypeContext) {
  const type = typeText(schema, context, '  ');
  const text = schemaDoc(schema);
  return {
    name: propertyName(name),
    hasQuestionToken: !isRequired,
    type: isRequired || context.side === 'result' ? type : `${type} | undefined`,
    docs: text === '' ? [] : [doc(text)],
  };
}

function methodInterfaces(model: Model): InterfaceDeclarationStructure[] {
  const namespaces = new Map<string, Operation[]>();
  const own: Operation[] = [];
  for (const operation of model.operations) {
    if (operation.namespace === undefined) own.push(operation);
    else namespaces.set(operation.namespace, [...(namespaces.get(operation.namespace) ?? []), operation]);
  }
  const method = (operation: Operation) => ({
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
    docs: [{ description: `\n${operationDoc(operation)}` }],
  });
  const isList = ({ pagination }: Operation) => pagination !== undefined;
  const list = (operation: Operation) => ({
    name: propertyName(operation.member),
    isReadonly: true,
    type: listType(model, operation),
    docs: [{ description: `\n${operationDoc(operation)}` }],
  });
  const interfaces = [...namespaces].map(
    ([namespace, operations]): InterfaceDeclarationStructure => ({
      kind: StructureKind.Interface,
      isExported: true,
      name: `${pascalCase(namespace)}Methods`,
      docs: [doc(`The methods of \`${namespace}\`.`)],
      methods: operations.filter((each) => !isList(each)).map(method),
      properties: operations.filter(isList).map(list),
    }),
  );
  return [
    ...interfaces,
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: 'Methods',
      docs: [doc('Every operation as a method, by the rule: first segment of the path, then the rest.')],
      properties: [
        ...[...namespaces.keys()].map((namespace) => ({
          name: propertyName(namespace),
          isReadonly: true,
          type: `${pascalCase(namespace)}Methods`,
        })),
        ...own.filter(isList).map(list),
      ],
      methods: own.filter((each) => !isList(each)).map(method),
    },
  ];
}

function doc(text: string): { description: string } {
  const safe = commentText(text.trim());
  return { description: safe.includes('\n') ? `\n${safe}` : safe };
}
