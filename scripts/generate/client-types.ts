import { type InterfaceDeclarationStructure, type StatementStructures, StructureKind } from 'ts-morph';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { argumentSchemas, fieldsTypeName, oneOfRequired, requiredArguments } from './arguments.ts';
import { batchMethod } from './batch-method.ts';
import { batchTypes } from './batch-types.ts';
import { doc } from './doc.ts';
import { listTypes } from './paging.ts';
import { schemaDoc } from './schema-doc.ts';
import { literal, propertyName } from './text.ts';
import { hasTypedMembers, type Member, membersOf, type TypeContext, typeText } from './type-text.ts';
import { say } from './words.ts';

type Names = TypeContext['names'];

/** The types of an operation's arguments, its result and, for a list, its rows. */
export function operationTypes(model: Model, operation: Operation, names: Names): StatementStructures[] {
  return [
    ...paramsTypes(model, operation, names),
    ...resultTypes(model, operation, names),
    ...batchTypes(model, operation),
    ...batchMethod(model, operation),
  ];
}

/**
 * The arguments: an interface, or, if one of several arguments is required, a union over an interface with all of them.
 * Written out, because generic types cost a compiler more (ARCHITECTURE.md, "Budgets").
 */
function paramsTypes(model: Model, operation: Operation, names: Names): StatementStructures[] {
  const { id, typeName } = operation;
  const { language } = model;
  const context: TypeContext = { names, side: 'argument', schemas: model.schemas, language: model.language };
  const members = argumentSchemas(model, operation);
  const required = requiredArguments(model, operation);
  const oneOf = oneOfRequired(model, operation);
  const fields = (name: string, text: string): InterfaceDeclarationStructure => ({
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: [doc(text)],
    properties: [...members].map(([member, schema]) =>
      property(
        { name: member, schema, isRequired: required.has(member), type: typeText(schema, context) },
        context,
      ),
    ),
  });
  if (oneOf.length === 0) return [fields(`${typeName}Params`, say(language, 'params', { id }))];
  const choices = oneOf.map((name) => {
    const text = typeText(members.get(name) ?? {}, context);
    // An object written out twice is another type to a compiler, and would be shown as an intersection.
    const type = text.includes('{') ? `NonNullable<${fieldsTypeName(operation)}[${literal(name)}]>` : text;
    return `(${fieldsTypeName(operation)} & { ${propertyName(name)}: ${type} })`;
  });
  const rule = { id, names: oneOf.join(say(language, 'comma')) };
  return [
    fields(fieldsTypeName(operation), say(language, 'fieldsOneOf', rule)),
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: `${typeName}Params`,
      docs: [doc(say(language, 'paramsOneOf', rule))],
      type: choices.join(' | '),
    },
  ];
}

function resultTypes(model: Model, operation: Operation, names: Names): StatementStructures[] {
  const { id, typeName } = operation;
  const text = say(model.language, 'result', { id });
  const item = `${typeName}Item`;
  const list = listTypes(model, operation, item);
  const context: TypeContext = {
    names,
    side: 'result',
    item,
    schemas: model.schemas,
    language: model.language,
  };
  const plain = plainType(operation, context);
  if (plain !== undefined) {
    return [
      {
        kind: StructureKind.TypeAlias,
        isExported: true,
        name: `${typeName}Result`,
        docs: [doc(text)],
        type: plain,
      },
    ];
  }
  const documented = (structure: StatementStructures, text: string) =>
    ({ ...structure, docs: [doc(text)] }) as StatementStructures;
  const result = declareSchema(`${typeName}Result`, list?.result ?? operation.result ?? {}, context);
  const statements = [documented(result, text)];
  if (list === undefined) return statements;
  const rows = list.declared ?? list.item;
  return [...statements, documented(declareSchema(item, rows, context), say(model.language, 'row', { id }))];
}

/** The type of an answer that is not JSON alone; undefined for one that is. */
function plainType({ answer }: Operation, context: TypeContext): string | undefined {
  const { kind, schema, mayBeEmpty } = answer;
  if (kind === 'none') return 'undefined';
  if (kind === 'text') return mayBeEmpty ? 'string | undefined' : 'string';
  if (kind === 'bytes') return `Uint8Array<ArrayBuffer>${mayBeEmpty ? ' | undefined' : ''}`;
  return mayBeEmpty && schema !== undefined ? `${typeText(schema, context)} | undefined` : undefined;
}

/** A schema as a declaration: an interface for an object with known members, otherwise an alias. */
export function declareSchema(name: string, schema: Schema, context: TypeContext): StatementStructures {
  const docs = docsOf(schema, context);
  if (!isPlainObject(schema))
    return { kind: StructureKind.TypeAlias, isExported: true, name, docs, type: typeText(schema, context) };
  const properties = membersOf(schema, context).map((member) => property(member, context));
  return { kind: StructureKind.Interface, isExported: true, name, docs, properties };
}

/** Whether an interface can hold everything that the type of a schema says. */
function isPlainObject(schema: Schema): boolean {
  return (
    schema.properties !== undefined &&
    !OTHERWISE.some((keyword) => keyword in schema) &&
    (schema.type === undefined || schema.type === 'object') &&
    !hasTypedMembers(schema)
  );
}

/** Keywords that make an object schema something else than a list of members. */
const OTHERWISE = ['$ref', 'oneOf', 'anyOf', 'allOf', 'enum', 'const', 'not'];

function property({ name, schema, isRequired, type }: Member, context: TypeContext) {
  return {
    name: propertyName(name),
    hasQuestionToken: !isRequired,
    type: isRequired || context.side === 'result' ? type : `${type} | undefined`,
    docs: docsOf(schema, context),
  };
}

function docsOf(schema: Schema, { language }: TypeContext) {
  const text = schemaDoc(schema, language);
  return text === '' ? [] : [doc(text)];
}
