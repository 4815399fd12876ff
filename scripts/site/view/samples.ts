import {
  type ArgumentParameter,
  isJsonParameter,
  isRequiredParameter,
  planArguments,
} from '../../generate/arguments.ts';
import { chosenArgument } from '../../generate/chosen-argument.ts';
import { WIDTH } from '../../generate/format-sources.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { bodyKind } from '../../spec/media-types.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { isObject, type Parameter } from '../../spec/openapi.ts';
import { serverUrl } from '../../spec/server.ts';
import { callText } from './call-text.ts';

/** One call of an operation with example arguments, in each way of calling. */
export interface Samples {
  readonly typescript: string;
  readonly curl: string;
  readonly command: string;
}

/** The samples of an operation. They have only the arguments that a call needs, with the specification's examples. */
export function samplesOf(model: Model, operation: Operation): Samples {
  const given = exampleArguments(model, operation);
  const values = valuesOf(given);
  return {
    typescript: typescriptSample(operation, values),
    curl: curlSample(model, operation, given),
    command: commandSample(operation, values),
  };
}

/** The arguments of the samples, by name. */
export function sampleArguments(model: Model, operation: Operation): Values {
  return valuesOf(exampleArguments(model, operation));
}

/** The name of an operation's method on the client: `opportunity.one`. */
export function methodName({ namespace, member }: Operation): string {
  return namespace === undefined ? member : `${namespace}.${member}`;
}

type Values = Readonly<Record<string, unknown>>;

interface ExampleArguments {
  /** The parameters that have an example. */
  readonly parameters: readonly ArgumentParameter[];
  /** Undefined for an operation without a body. */
  readonly body: Values | undefined;
}

function valuesOf({ parameters, body }: ExampleArguments): Values {
  return { ...Object.fromEntries(parameters.map(({ key, example }) => [key, example])), ...body };
}

function exampleArguments(model: Model, operation: Operation): ExampleArguments {
  const { parameters, bodyFields, wholeBody } = planArguments(model, operation);
  const content = operation.object.requestBody?.content?.[operation.body?.declaredType ?? ''];
  const example = isObject(content?.example) ? content.example : {};
  const chosen = chosenArgument(operation, parameters, example);
  const asked = parameters.filter((parameter) => isRequiredParameter(parameter) || parameter.key === chosen);
  const shown = (asked.length > 0 ? asked : parameters.slice(0, 1)).filter(
    ({ example }) => example !== undefined,
  );
  if (operation.body === undefined) return { parameters: shown, body: undefined };
  if (wholeBody !== undefined) return { parameters: shown, body: { body: content?.example ?? {} } };
  const needed = [...(bodyFields?.required ?? []), String(chosen)].filter((name) =>
    Object.hasOwn(example, name),
  );
  const body = needed.length > 0 ? Object.fromEntries(needed.map((name) => [name, example[name]])) : example;
  return { parameters: shown, body };
}

function typescriptSample(operation: Operation, values: Values): string {
  const { once, items } = callText(methodName(operation), values, WIDTH);
  return operation.pagination === undefined ? once : `${once}\n\n${items}`;
}

/** A value as JSON for a shell, on several lines if one is too short. */
function jsonWord(value: unknown): string {
  const line = exactJson(value);
  return shellWord(line.length <= WIDTH ? line : exactJson(value, 2));
}

/** The same call as a request without credentials: its method, its path with the query, and its body as JSON. */
export interface SampleRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}

/** The request that the samples of an operation send. */
export function sampleRequest(model: Model, operation: Operation): SampleRequest {
  const { parameters, body } = exampleArguments(model, operation);
  const query = queryPairs(parameters).join('&');
  return {
    method: operation.method.toUpperCase(),
    path: `${pathText(operation, parameters)}${query === '' ? '' : `?${query}`}`,
    body: body && exactJson(body),
  };
}

function exampleText(parameter: ArgumentParameter): string {
  return isJsonParameter(parameter) ? exactJson(parameter.example) : String(parameter.example);
}

function queryPairs(parameters: readonly ArgumentParameter[]): string[] {
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .map(
      (parameter) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(exampleText(parameter))}`,
    );
}

function pathText({ path }: Operation, parameters: readonly ArgumentParameter[]): string {
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, parameter) => text.replace(`{${parameter.name}}`, encodeURIComponent(exampleText(parameter))),
      path,
    );
}

function curlSample(model: Model, operation: Operation, { parameters, body }: ExampleArguments): string {
  const at = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place);
  const pairs = queryPairs(parameters);
  const credential = operation.authenticated ? credentialName(model) : undefined;
  if (credential !== undefined) pairs.unshift(`${credential}='"$WEIBAN_ACCESS_TOKEN"'`);
  const path = pathText(operation, parameters);
  const url = `'${serverUrl(model)}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}'`.replace(
    /''$/,
    '',
  );
  const headers = at('header').map(
    (parameter) => `-H ${shellWord(`${parameter.name}: ${exampleText(parameter)}`)}`,
  );
  const cookies = at('cookie').map(
    (parameter) => `-b ${shellWord(`${parameter.name}=${exampleText(parameter)}`)}`,
  );
  // curl sends a GET, and a POST if there is a body.
  const isUsual = operation.method === (body === undefined ? 'get' : 'post');
  const method = isUsual || body !== undefined ? '' : `-X ${operation.method.toUpperCase()} `;
  const verb = isUsual || body === undefined ? [] : [`-X ${operation.method.toUpperCase()}`];
  return [`curl ${method}${url}`, ...verb, ...headers, ...cookies, ...curlBody(operation, body)].join(
    ' \\\n  ',
  );
}

/** The options of curl for a body in its media type. */
function curlBody({ body: declared }: Operation, body: Values | undefined): string[] {
  if (body === undefined || declared === undefined) return [];
  const { mediaType, schema } = declared;
  const kind = bodyKind(mediaType);
  const fields = Object.entries(body);
  if (kind === 'multipart') {
    return fields.map(([name, value]) => `-F ${shellWord(`${name}=${plainOf(value)}`)}`);
  }
  if (kind === 'form')
    return fields.map(([name, value]) => `--data-urlencode ${shellWord(`${name}=${plainOf(value)}`)}`);
  const type = `-H ${shellWord(`Content-Type: ${mediaType}`)}`;
  if (kind !== 'json') return [type, '--data-binary @file'];
  const sent = 'body' in body && schema.properties?.body === undefined ? body.body : body;
  return [type, `-d ${jsonWord(sent)}`];
}

function plainOf(value: unknown): string {
  return typeof value === 'string' ? value : exactJson(value);
}

function credentialName(model: Model): string | undefined {
  const schemes = Object.values(
    isObject(model.document.components?.securitySchemes) ? model.document.components.securitySchemes : {},
  );
  const inQuery = schemes.find((scheme) => isObject(scheme) && scheme.in === 'query');
  return isObject(inQuery) ? encodeURIComponent(String(inQuery.name)) : undefined;
}

function commandSample(operation: Operation, values: Values): string {
  // The operation without authentication issues the token, which has its own command: it hides the token by default.
  if (!operation.authenticated) return 'weiban token';
  const call = `weiban call ${methodName(operation)}`;
  const isPlain = Object.values(values).every((value) =>
    ['string', 'number', 'bigint', 'boolean'].includes(typeof value),
  );
  if (!isPlain) return `${call} --json ${jsonWord(values)}`;
  const words = [
    call,
    ...Object.entries(values).map(([name, value]) => `--${name} ${shellWord(String(value))}`),
  ];
  const line = words.join(' ');
  return line.length <= WIDTH ? line : words.join(' \\\n  ');
}

/** One word for a POSIX shell, quoted if necessary. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
