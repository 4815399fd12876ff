import { type InterfaceDeclarationStructure, type StatementStructures, StructureKind } from 'ts-morph';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { argumentSchemas, fieldsTypeName, oneOfRequired, requiredArguments } from './arguments.ts';
import { batchMethod } from './batch-method.ts';
import { batchTypes } from './batch-types.ts';
import { listTypes } from './paging.ts';
import { schemaDoc } from './schema-doc.ts';
import { commentText, literal, propertyName } from './text.ts';
import { hasTypedMembers, type Member, membersOf, type TypeContext, typeText } from './type-text.ts';

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
  const context: TypeContext = { names, side: 'argument', schemas: model.schemas };
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
  if (oneOf.length === 0) return [fields(`${typeName}Params`, `Arguments of ${id}.`)];
  const choices = oneOf.map((name) => {
    const text = typeText(members.get(name) ?? {}, context);
    // An object written out twice is another type to a compiler, and would be shown as an intersection.
    const type = text.includes('{') ? `NonNullable<${fieldsTypeName(operation)}[${literal(name)}]>` : text;
    return `(${fieldsTypeName(operation)} & { ${propertyName(name)}: ${type} })`;
  });
  const rule = `at least one of ${oneOf.join(', ')}`;
  return [
    fields(fieldsTypeName(operation), `The single arguments of ${id}, which needs ${rule}.`),
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: `${typeName}Params`,
      docs: [doc(`Arguments of ${id}: ${rule}.`)],
      type: choices.join(' | '),
    },
  ];
}

function resultTypes(model: Model, operation: Operation, names: Names): StatementStructures[] {
  const { id, typeName } = operation;
  const item = `${typeName}Item`;
  const list = listTypes(model, operation, item);
  const context: TypeContext = { names, side: 'result', item, schemas: model.schemas };
  const plain = plainType(operation, context);
  if (plain !== undefined) {
    const text = `What ${id} answers.`;
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
  const statements = [documented(result, `What ${id} answers.`)];
  if (list === undefined) return statements;
  const rows = list.declared ?? list.item;
  return [...statements, documented(declareSchema(item, rows, context), `A row of ${id}.`)];
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
  const docs = schemaDoc(schema) === '' ? [] : [doc(schemaDoc(schema))];
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

function property({ name, schema, isRequired, type }: Member, { side }: TypeContext) {
  const text = schemaDoc(schema);
  return {
    name: propertyName(name),
    hasQuestionToken: !isRequired,
    type: isRequired || side === 'result' ? type : `${type} | undefined`,
    docs: text === '' ? [] : [doc(text)],
  };
}

/** A doc comment for ts-morph. */
export function doc(text: string): { description: string } {
  const safe = commentText(text.trim());
  return { description: safe.includes('\n') ? `\n${safe}` : safe };
}
