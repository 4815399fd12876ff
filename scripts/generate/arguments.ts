import { type Model, type Operation, resolve } from '../spec/model.ts';
import type { Parameter, Schema } from '../spec/openapi.ts';

/** How the flat arguments of an operation are sent. */
export interface ArgumentPlan {
  /** Parameters that are sent outside the body, without `access_token` and other credentials. */
  readonly parameters: readonly Parameter[];
  /** The fields of the body, if it is an object with known fields. */
  readonly bodyFields: Schema | undefined;
  /** Any other body: one argument called `body`. */
  readonly wholeBody: Schema | undefined;
}

/** Sorts an operation's arguments by how they are sent. */
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

/**
 * The schema of a parameter's value, with the parameter's description and evidence. If the parameter is sent as JSON
 * text, the schema of that JSON.
 */
export function parameterSchema(parameter: Parameter): Schema {
  const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
  const { description, 'x-evidence': evidence } = parameter;
  return {
    ...schema,
    ...(description !== undefined && { description }),
    ...(evidence !== undefined && { 'x-evidence': evidence }),
  };
}

/** Whether a parameter's value is sent as JSON text. */
export function isJsonParameter(parameter: Parameter): boolean {
  return parameter.content !== undefined;
}
