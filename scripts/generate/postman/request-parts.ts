import type { Model, Operation } from '../../spec/model.ts';
import {
  type ArgumentParameter,
  isJsonParameter,
  isRequiredParameter,
  parameterSchema,
  planArguments,
} from '../arguments.ts';
import { chosenArgument } from '../chosen-argument.ts';
import { sampleValue, statedExample } from '../sample-value.ts';
import { say } from '../words.ts';
import { exampleBody, type PostmanBody, postmanBody } from './body.ts';
import { credentialsOf } from './credentials.ts';
import { type Entry, sentEntries } from './entry.ts';
import { textOf } from './text-of.ts';
import { tokenArguments } from './token-call.ts';
import { BASE_URL, reference } from './variables.ts';

/** The parts of a request with its example arguments. */
export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly pathVariables: readonly Entry[];
  readonly query: readonly Entry[];
  readonly headers: readonly Entry[];
  readonly body: PostmanBody | undefined;
  readonly auth: object | undefined;
}

/** The request of an operation: every parameter with its example, those that a call can do without switched off. */
export function requestParts(model: Model, operation: Operation): RequestParts {
  const { parameters } = planArguments(model, operation);
  const body = exampleBody(model, operation);
  const chosen = chosenArgument(operation, parameters, Object(body));
  const at = (place: ArgumentParameter['in']) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .flatMap((parameter) => entriesOf(model, operation, parameter, chosen));
  const { auth, ...given } = credentialsOf(model, operation);
  const cookies = sentEntries([...given.cookies, ...at('cookie')]).map(({ key, value }) => `${key}=${value}`);
  const type = operation.body?.mediaType;
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    pathVariables: at('path'),
    query: [...given.query, ...at('query'), ...at('querystring')],
    headers: [
      // A form's header has a boundary, which only its sender knows.
      ...(type === undefined || type.startsWith('multipart/') ? [] : [{ key: 'Content-Type', value: type }]),
      ...given.headers,
      ...at('header'),
      ...(cookies.length > 0 ? [{ key: 'Cookie', value: cookies.join('; ') }] : []),
    ],
    body: body === undefined ? undefined : postmanBody(model, operation, body),
    auth,
  };
}

/** One entry, or one for each item of a list that is sent as several. */
function entriesOf(
  model: Model,
  operation: Operation,
  parameter: ArgumentParameter,
  chosen: string | undefined,
): Entry[] {
  const { name, key } = parameter;
  const isRequired = isRequiredParameter(parameter);
  const value =
    tokenArguments(model, operation)[key] ??
    statedExample(parameter) ??
    sampleValue(model, parameterSchema(parameter));
  const required = isRequired ? say(model.language, 'required') : '';
  const description = `${required}${parameter.description ?? ''}`.trim();
  const row = (text: string): Entry => ({
    key: name,
    value: parameter.in === 'query' ? queryText(text) : text,
    ...(description !== '' && { description }),
    ...(!isRequired && key !== chosen && { disabled: true as const }),
  });
  if (isJsonParameter(parameter) || typeof value !== 'object') return [row(textOf(value))];
  if (Array.isArray(value) && parameter.explode !== false) return value.map((item) => row(textOf(item)));
  return [row(Array.isArray(value) ? value.map(textOf).join(',') : textOf(value))];
}

/** Postman escapes what a query cannot hold, but not what has a meaning in it. */
function queryText(text: string): string {
  return text.replace(/[%&#+=]/g, encodeURIComponent);
}

/** The request as a collection holds it. */
export function postmanRequest(parts: RequestParts, description?: string): object {
  const { method, headers, query, pathVariables, body, auth } = parts;
  const path = parts.path
    .split('/')
    .slice(1)
    .map((segment) => pathSegment(segment, pathVariables));
  const host = reference(BASE_URL);
  const sent = sentEntries(query).map(({ key, value }) => `${key}=${value}`);
  return {
    method,
    ...(auth !== undefined && { auth }),
    header: headers,
    ...(body !== undefined && { body }),
    url: {
      raw: `${[host, ...path].join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
      host: [host],
      path,
      ...(query.length > 0 && { query }),
      ...(pathVariables.length > 0 && { variable: pathVariables }),
    },
    ...(description !== undefined && { description }),
  };
}

/** Only a whole segment can be a variable of a path; in others the example takes its place. */
function pathSegment(segment: string, variables: readonly Entry[]): string {
  const whole = /^\{([^{}]+)\}$/.exec(segment)?.[1];
  if (whole !== undefined) return `:${whole}`;
  return segment.replace(/\{([^{}]+)\}/g, (found, name: string) => {
    const known = variables.find(({ key }) => key === name);
    return known === undefined ? found : encodeURIComponent(known.value);
  });
}

/** The request of an example: only what was sent. */
export function sentParts(parts: RequestParts): RequestParts {
  const { query, headers, pathVariables } = parts;
  return {
    ...parts,
    query: sentEntries(query),
    headers: sentEntries(headers),
    pathVariables: sentEntries(pathVariables),
  };
}
