import { isJsonType } from '../spec/media-types.ts';
import type { Model, Operation } from '../spec/model.ts';
import { isObject, type Parameter, type Schema } from '../spec/openapi.ts';
import { bodySchema, flatBody } from './body-arguments.ts';
import { say } from './words.ts';

/** A parameter, and the argument of a call that gives its value. */
export interface ArgumentParameter extends Parameter {
  /** The name of the parameter, unless another argument has it. */
  readonly key: string;
}

/** How the flat arguments of an operation are sent. */
export interface ArgumentPlan {
  /** Parameters that are sent outside the body, without credentials and other headers that the client sends itself. */
  readonly parameters: readonly ArgumentParameter[];
  /** The fields of the body, if it is an object with known fields. */
  readonly bodyFields: Schema | undefined;
  /** Any other body: one argument called `body`. */
  readonly wholeBody: Schema | undefined;
}

/** Sorts an operation's arguments by how they are sent. docs/adr/0029-arguments-by-place.md gives the rules. */
export function planArguments(model: Model, operation: Operation): ArgumentPlan {
  const given = operation.parameters.filter((parameter) => !isSentByClient(model, operation, parameter));
  if (operation.body === undefined)
    return { parameters: withKeys(given, []), bodyFields: undefined, wholeBody: undefined };
  const flat = flatBody(model, operation);
  const isClash = given.some(({ name }) => Object.hasOwn(flat?.properties ?? {}, name));
  return flat !== undefined && !isClash
    ? { parameters: withKeys(given, []), bodyFields: flat, wholeBody: undefined }
    : {
        parameters: withKeys(given, ['body']),
        bodyFields: undefined,
        wholeBody: bodySchema(model, operation),
      };
}

/** The places in the order in which a parameter keeps its name as its argument. */
const PLACES = ['path', 'query', 'querystring', 'header', 'cookie'] as const;

/** Names the argument of each parameter: the first place keeps the name, the others get the place before it. */
function withKeys(parameters: readonly Parameter[], taken: readonly string[]): ArgumentParameter[] {
  const keys = new Set(taken);
  const byPlace = [...parameters].sort((a, b) => PLACES.indexOf(a.in) - PLACES.indexOf(b.in));
  const names = new Set(parameters.map(({ name }) => name));
  const named = new Map<Parameter, string>();
  for (const parameter of byPlace) {
    const { name, in: place } = parameter;
    let key = keys.has(name) ? `${place}_${name}` : name;
    // The longer name may itself be the name of another parameter.
    for (let number = 2; key !== name && (keys.has(key) || names.has(key)); number++)
      key = `${place}_${name}_${number}`;
    keys.add(key);
    named.set(parameter, key);
  }
  return parameters.map((parameter) => ({ ...parameter, key: named.get(parameter) ?? parameter.name }));
}

/** Whether the client sends a header or a credential itself. OpenAPI says to ignore such a parameter. */
function isSentByClient(model: Model, operation: Operation, { name, in: place }: Parameter): boolean {
  if (place === 'header' && /^(accept|content-type)$/i.test(name)) return true;
  if (!operation.authenticated) return false;
  if (place === 'header' && /^authorization$/i.test(name)) return true;
  const schemes = model.document.components?.securitySchemes;
  const required = operation.object.security ?? model.document.security ?? [];
  return required
    .flatMap((requirement) => Object.keys(requirement))
    .map((scheme) => (isObject(schemes) ? schemes[scheme] : undefined))
    .some(
      (scheme) => isObject(scheme) && scheme.type === 'apiKey' && scheme.in === place && scheme.name === name,
    );
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
export function isJsonParameter({ content }: Parameter): boolean {
  return content !== undefined && isJsonType(Object.keys(content)[0] ?? '');
}

/** Whether every call needs the parameter. A path without one of its parts is another path. */
export function isRequiredParameter({ required, in: place }: Parameter): boolean {
  return required === true || place === 'path';
}

/** The schema of a parameter's value, with where it is sent if its name does not tell. */
function argumentSchema({ language }: Model, parameter: ArgumentParameter): Schema {
  const { in: place, key, name } = parameter;
  const schema = parameterSchema(parameter);
  if (key === name && (place === 'query' || place === 'path')) return schema;
  const where = say(language, 'sentAs', {
    place: say(language, `place_${place}`),
    name: JSON.stringify(name),
  });
  return { ...schema, description: [schema.description?.trim(), where].filter(Boolean).join('\n') };
}

/** The schema of each argument, by its name. */
export function argumentSchemas(model: Model, operation: Operation): ReadonlyMap<string, Schema> {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  return new Map<string, Schema>([
    ...parameters.map((parameter): [string, Schema] => [parameter.key, argumentSchema(model, parameter)]),
    ...Object.entries(bodyFields?.properties ?? {}),
    ...(wholeBody === undefined ? [] : [['body', wholeBody] as const]),
  ]);
}

/** The names of the arguments that every call needs. */
export function requiredArguments(model: Model, operation: Operation): ReadonlySet<string> {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  return new Set([
    ...parameters.filter(isRequiredParameter).map(({ key }) => key),
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
