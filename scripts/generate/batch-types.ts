import { type StatementStructures, StructureKind } from 'ts-morph';
import { hasBatchRows } from '../spec/batch-rows.ts';
import { type Model, type Operation, resolve } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { fieldsTypeName, isRequiredParameter, oneOfRequired, planArguments } from './arguments.ts';
import { literal } from './text.ts';
import { say } from './words.ts';

/** The type of an item of the list that is split, and of a row of its answers. */
export function batchTypes(model: Model, operation: Operation): StatementStructures[] {
  const { id, typeName, batches, result } = operation;
  if (batches.length === 0) return [];
  const { parameters, bodyFields } = planArguments(model, operation);
  const isUnion = oneOfRequired(model, operation).length > 0;
  const params = isUnion ? fieldsTypeName(operation) : `${typeName}Params`;
  const fields: Schema = {
    required: [
      ...parameters.filter(isRequiredParameter).map(({ key }) => key),
      ...(bodyFields?.required ?? []),
    ],
  };
  const lists = batches.map(({ argument }) => itemText(model, params, fields, [argument]));
  const entry = alias(`${typeName}Entry`, lists, say(model.language, 'entry', { id }));
  if (!hasBatchRows(operation)) return [entry];
  const rows = batches.map(({ items = '' }) =>
    itemText(model, `${typeName}Result`, result ?? {}, items.split('.')),
  );
  return [entry, alias(`${typeName}Row`, rows, say(model.language, 'row', { id }))];
}

/** The type of an item of the list at a path; `NonNullable` costs a compiler time, so it stands only where it is needed. */
function itemText(model: Model, type: string, schema: Schema, path: readonly string[]): string {
  let text = type;
  let at: Schema | undefined = schema;
  for (const name of path) {
    const object: Schema = resolve(model.document, at ?? {});
    const value: Schema = resolve(model.document, object.properties?.[name] ?? {});
    const isPlain = object.required?.includes(name) === true && !isNullable(value);
    text = isPlain ? `${text}[${literal(name)}]` : `NonNullable<${text}[${literal(name)}]>`;
    at = value;
  }
  return `${text}[number]`;
}

function isNullable({ type, nullable, anyOf, oneOf }: Schema): boolean {
  return (
    nullable === true ||
    (Array.isArray(type) && type.includes('null')) ||
    anyOf !== undefined ||
    oneOf !== undefined
  );
}

function alias(name: string, types: readonly string[], about: string): StatementStructures {
  const type = [...new Set(types)].join(' | ');
  return { kind: StructureKind.TypeAlias, isExported: true, name, type, docs: [{ description: about }] };
}
