import { type Model, type Operation, resolve } from '../spec/model.ts';
import type { Parameter, Schema } from '../spec/openapi.ts';

/** How the flat arguments of an operation travel. */
export interface ArgumentPlan {
  /** Parameters that travel outside the body, `access_token` and other credentials left out. */
  readonly parameters: readonly Parameter[];
  /** The body's fields, where the body is an object whose fields are known. */
  readonly bodyFields: Schema | undefined;
  /** The body as one argument called `body`, where it is anything else. */
  readonly wholeBody: Schema | undefined;
}

/** Sorts an operation's arguments by how they travel. */
export function planArguments(model: Model, operation: Operation): ArgumentPlan {
  const parameters = operation.parameters.filter(({ in: at }) => at === 'query' || at === 'path');
  if (operation.body === undefined) return { parameters, bodyFields: undefined, wholeBody: undefined };
  const schema = resolve(model.document, operation.body.schema);
  const clash = parameters.some(
    ({ name }) => schema.properties !== undefined && Object.hasOwn(schema.properties, name),
  );
  const isFlat = schema.properties !== undefined && operation.body.mediaType.includes('json') && !clash;
  return isFlat
    ? { parameters, bodyFields: schema, wholeBody: undefined }
    : { parameters, bodyFields: undefined, wholeBody: operation.body.schema };
}

/** A parameter's value, with what the parameter says of it: for one that travels as JSON text, the schema of that JSON. */
export function parameterSchema(parameter: Parameter): Schema {
  const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
  const { description, 'x-evidence': evidence } = parameter;
  return {
    ...schema,
    ...(description !== undefined && { description }),
    ...(evidence !== undefined && { 'x-evidence': evidence }),
  };
}

/** Whether a parameter's value travels as JSON text. */
export function isJsonParameter(parameter: Parameter): boolean {
  return parameter.content !== undefined;
}
