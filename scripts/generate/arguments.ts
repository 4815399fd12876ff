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

/** The schema of each argument, by its name. */
export function argumentSchemas(model: Model, operation: Operation): ReadonlyMap<string, Schema> {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  return new Map<string, Schema>([
    ...parameters.map((parameter): [string, Schema] => [parameter.name, parameterSchema(parameter)]),
    ...Object.entries(bodyFields?.properties ?? {}),
    ...(wholeBody === undefined ? [] : [['body', wholeBody] as const]),
  ]);
}

/** The names of the arguments that every call needs. */
export function requiredArguments(model: Model, operation: Operation): ReadonlySet<string> {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  return new Set([
    ...parameters.filter((parameter) => parameter.required === true).map(({ name }) => name),
    ...(bodyFields?.required ?? []),
    ...(wholeBody !== undefined && operation.body?.required === true ? ['body'] : []),
  ]);
}

/** The names of the arguments of which a call needs at least one; empty if it does not, or one of them is required anyway. */
export function oneOfRequired(model: Model, operation: Operation): readonly string[] {
  const names = operation.object['x-oneOf-required'];
  const known = argumentSchemas(model, operation);
  const required = requiredArguments(model, operation);
  const listed = Array.isArray(names) ? names.filter((name) => known.has(name)) : [];
  return listed.some((name) => required.has(name)) ? [] : listed;
}

/** The name of the interface with all arguments of an operation that needs one of several. */
export function fieldsTypeName({ typeName }: Operation): string {
  return `${typeName}Fields`;
}
