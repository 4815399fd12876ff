import type { Part } from '../../spec/map-shape.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { pascalCase } from '../../spec/names.ts';
import { isObject, type PathItem, type Schema } from '../../spec/openapi.ts';
import { operationDescription } from '../operation-description.ts';
import { flatAnswer } from './flat-answer.ts';
import type { NamedSchemas } from './name-schemas.ts';

/** What naming the parts of an operation needs. */
export interface Naming {
  readonly model: Model;
  readonly schemas: NamedSchemas;
}

/** The operation with its JSON bodies and answers among the components, and its errors in the description. */
export function namedOperation({ model, schemas }: Naming, operation: Operation, written: Part): Part {
  const { typeName, answer, envelope, id } = operation;
  const responses = isObject(written.responses) ? written.responses : {};
  const category = model.document.tags?.find(({ name }) => name === operation.object.tags?.[0]);
  return {
    ...written,
    operationId: id,
    description: operationDescription(model, operation),
    ...(typeof category?.['x-title'] === 'string' && { 'x-apifox-folder': category['x-title'] }),
    ...(isObject(written.requestBody) && {
      requestBody: withNames(written.requestBody, (schema) => schemas.add(`${typeName}Body`, schema)),
    }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const isSuccess = status === String(answer.status);
        const name = `${typeName}Answer${isSuccess ? '' : pascalCase(status).replace('_', '')}`;
        const add = (schema: Schema) =>
          schemas.add(name, isSuccess && envelope !== undefined ? flatAnswer(schema) : schema);
        return [status, isObject(response) ? withNames(response, add) : response];
      }),
    ),
  };
}

/** Names the JSON of messages that the vendor pushes: 3.0 has no place for webhooks, and receivers need their classes. */
export function namedMessages({ schemas }: Naming, webhooks: Readonly<Record<string, PathItem>>): void {
  for (const [name, item] of Object.entries(webhooks))
    for (const operation of Object.values(item)) {
      const body = isObject(operation) ? operation.requestBody : undefined;
      if (isObject(body)) withNames(body, (schema) => schemas.add(`${pascalCase(name)}Message`, schema));
    }
}

/** A request body or a response whose JSON schemas went through `add`. */
function withNames(holder: Part, add: (schema: Schema) => Schema): Part {
  if (!isObject(holder.content)) return holder;
  const content = Object.entries(holder.content).map(([type, media]) => {
    const isNamed = /[/+]json\b/.test(type) && isObject(media) && isObject(media.schema);
    return [type, isNamed ? { ...media, schema: addObject(media.schema as Schema, add) } : media];
  });
  return { ...holder, content: Object.fromEntries(content) };
}

/** Only objects, and lists of them, become classes. */
function addObject(schema: Schema, add: (schema: Schema) => Schema): Schema {
  const isComposed = ['properties', 'allOf', 'anyOf', 'oneOf'].some((keyword) => keyword in schema);
  if (isComposed) return add(schema);
  return isObject(schema.items) ? { ...schema, items: addObject(schema.items, add) } : schema;
}
