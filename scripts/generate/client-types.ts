import { type InterfaceDeclarationStructure, type StatementStructures, StructureKind } from 'ts-morph';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { parameterSchema, planArguments } from './arguments.ts';
import { batchMethod } from './batch-method.ts';
import { batchTypes } from './batch-types.ts';
import { listTypes } from './paging.ts';
import { commentText, propertyName } from './text.ts';
import { schemaDoc, type TypeContext, typeText } from './type-text.ts';

type Names = TypeContext['names'];

/** The types of an operation's arguments, its result and, for a list, its rows. */
export function operationTypes(model: Model, operation: Operation, names: Names): StatementStructures[] {
  return [
    paramsInterface(model, operation, names),
    ...resultTypes(model, operation, names),
    ...batchTypes(model, operation),
    ...batchMethod(model, operation),
  ];
}

function paramsInterface(model: Model, operation: Operation, names: Names): InterfaceDeclarationStructure {
  const context: TypeContext = { names, side: 'argument' };
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const required = new Set([
    ...parameters.filter((parameter) => parameter.required === true).map(({ name }) => name),
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

function resultTypes(model: Model, operation: Operation, names: Names): StatementStructures[] {
  const { id, typeName } = operation;
  const item = `${typeName}Item`;
  const list = listTypes(model, operation, item);
  const context: TypeContext = { names, side: 'result', item };
  const documented = (structure: StatementStructures, text: string) =>
    ({ ...structure, docs: [doc(text)] }) as StatementStructures;
  const result = declareSchema(`${typeName}Result`, list?.result ?? operation.result ?? {}, context);
  const statements = [documented(result, `What ${id} answers.`)];
  if (list === undefined) return statements;
  const rows = list.declared ?? list.item;
  return [...statements, documented(declareSchema(item, rows, context), `A row of ${id}.`)];
}

/** A schema as a declaration: an interface for an object with known members, otherwise an alias. */
export function declareSchema(name: string, schema: Schema, context: TypeContext): StatementStructures {
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
  const type = typeText(schema, context);
  const text = schemaDoc(schema);
  return {
    name: propertyName(name),
    hasQuestionToken: !isRequired,
    type: isRequired || context.side === 'result' ? type : `${type} | undefined`,
    docs: text === '' ? [] : [doc(text)],
  };
}

/** A doc comment for ts-morph. */
export function doc(text: string): { description: string } {
  const safe = commentText(text.trim());
  return { description: safe.includes('\n') ? `\n${safe}` : safe };
}
