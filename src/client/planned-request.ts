import type { HttpRequest } from '../base/exchange.ts';
import type { Operation } from '../base/operation.ts';
import {
  type Fields,
  type ParameterPlan,
  PLACES,
  type Place,
  parameterOf,
  readPlan,
  USUAL,
} from '../base/request-plan.ts';
import { jsonText, refusal } from './argument-text.ts';
import { unknownArgument } from './unknown-argument.ts';
import { writeBody } from './write-body.ts';
import { isPlainObject, writeValue } from './write-value.ts';

/**
 * Turns one flat object of arguments into the request of an operation whose row has a plan.
 *
 * Rejects with WeibanConfigError if an argument is unknown or cannot be sent.
 */
export async function layOutPlanned(operation: Operation, params: object): Promise<HttpRequest> {
  const { id, names, body, plan } = operation;
  const { parameters } = readPlan(plan);
  const rest = new Map<string, unknown>(Object.entries(params));
  const values = parameters.map((parameter): PlacedValue => {
    const value = rest.get(parameter.key);
    rest.delete(parameter.key);
    return [parameter, value];
  });
  const others = [...rest].filter(([, value]) => value !== undefined);
  const [odd] = others.find(([name]) => names && !names.includes(name)) ?? [];
  if (odd !== undefined)
    throw unknownArgument(id, odd, [...parameters.map(({ key }) => key), ...(names ?? [])]);
  if (body !== undefined) return write(operation, values, others);
  const further = others.map(([name, value]): PlacedValue => [parameterOf(name, name, USUAL.query), value]);
  return write(operation, [...values, ...further], []);
}

type PlacedValue = readonly [ParameterPlan, unknown];

/** The options of a call of openapi-fetch that say what to send. */
interface GivenRequest {
  readonly params?: Readonly<Partial<Record<Place, object>>>;
  readonly body?: unknown;
}

/**
 * Calls openapi-fetch with everything written as the operation's plan says.
 *
 * @param template the path as the specification writes it.
 * @param init the options of the caller.
 * @param call calls openapi-fetch with other options.
 */
export async function callPlanned(
  operation: Operation,
  template: string,
  init: unknown,
  call: (init: object) => Promise<unknown>,
): Promise<unknown> {
  // openapi-fetch types the options of its callers.
  const given = (init ?? {}) as GivenRequest;
  const { params, body } = given;
  const isWritten = typeof body === 'string' || 'bodySerializer' in given;
  const laidOut = await layOutByPlace(operation, params, isWritten ? undefined : body);
  return call({
    ...given,
    // openapi-fetch serializes a path only if it has values.
    params: {
      query: params?.query,
      path: { ...params?.path },
      header: Object.fromEntries(laidOut.headers ?? []),
    },
    pathSerializer: (url: string) => url.slice(0, -template.length) + laidOut.path,
    querySerializer: () => laidOut.query,
    ...(!isWritten && { body: laidOut.body, bodySerializer: (written: unknown) => written }),
  });
}

async function layOutByPlace(
  operation: Operation,
  given: GivenRequest['params'] = {},
  body: unknown,
): Promise<HttpRequest> {
  const { parameters } = readPlan(operation.plan);
  const values = Object.values(PLACES).flatMap((place) =>
    Object.entries(given[place] ?? {}).map(([name, value]): PlacedValue => {
      const known = parameters.find((parameter) => parameter.place === place && parameter.name === name);
      const how = place === 'query' && operation.json.includes(name) ? 'qj' : USUAL[place];
      return [known ?? parameterOf(name, name, how), value];
    }),
  );
  if (body === undefined) return write({ ...operation, body: undefined }, values, []);
  return isPlainObject(body)
    ? write({ ...operation, body: 'fields' }, values, Object.entries(body))
    : write({ ...operation, body: 'whole' }, values, [['body', body]]);
}

async function write(
  operation: Operation,
  values: readonly PlacedValue[],
  fields: Fields,
): Promise<HttpRequest> {
  const { id, method } = operation;
  const at = (place: Place) => values.filter(([plan]) => plan.place === place);
  const path = writePath(id, operation.path, at('path'));
  const headers = new Headers();
  for (const [plan, value] of at('header')) {
    const text = writeValue(plan, value, id);
    if (text.length > 0) setHeader(headers, plan.name, text.join(','), id);
  }
  const cookies = at('cookie').flatMap(([plan, value]) => writeValue(plan, value, id));
  if (cookies.length > 0) setHeader(headers, 'cookie', cookies.join('; '), id);
  const query = [
    ...at('query').flatMap(([plan, value]) => writeValue(plan, value, id)),
    ...at('querystring').flatMap(([plan, value]) => writeQueryString(plan, value, id)),
  ].join('&');
  const plan = readPlan(operation.plan).body ?? JSON_BODY;
  const written = operation.body && (await writeBody(operation, plan, fields));
  if (written) setHeader(headers, 'content-type', written.type, id);
  refuseLostHeaders(headers, id);
  return { method, path, query, headers, body: written?.content };
}

const JSON_BODY = { mediaType: 'application/json', isOptional: false, fields: new Map() };

const PREFIXES: Readonly<Record<string, string>> = { label: '.', matrix: ';' };

function writePath(id: string, template: string, values: readonly PlacedValue[]): string {
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const [plan, value] = values.find(([{ name: own }]) => own === name) ?? [];
    if (plan === undefined || value === undefined || value === null || value === '') throw missing(name, id);
    const prefix = PREFIXES[plan.style] ?? '';
    const pieces = writeValue(plan, value, id);
    if (pieces.length === 0) throw missing(name, id);
    return prefix + pieces.join(prefix || ',');
  });
  // A dot segment would be resolved away and reach another endpoint.
  const isDots = (segment: string) => /^(\.|%2e){1,2}$/i.test(segment);
  if (path.split('/').some(isDots) && !template.split('/').some(isDots)) {
    const names = values.map(([{ key }]) => key).join(', ');
    throw refusal(id, `a part of its path would be nothing but dots; check ${names}`);
  }
  return path;
}

function missing(name: string, id: string): Error {
  return refusal(id, `it needs ${name} in its path, neither empty nor dots`);
}

function writeQueryString(plan: ParameterPlan, value: unknown, id: string): string[] {
  if (value === undefined || value === null) return [];
  if (plan.style !== 'form')
    return [encodeURIComponent(plan.style === 'json' ? jsonText(id, plan.key, value) : String(value))];
  if (!isPlainObject(value))
    throw refusal(id, `${plan.key} is the query; give an object with its names and values`);
  return Object.entries(value).flatMap(([name, item]) =>
    writeValue({ ...plan, name, key: `${plan.key}.${name}` }, item, id),
  );
}

function setHeader(headers: Headers, name: string, text: string, id: string): void {
  if (headers.has(name)) throw refusal(id, `the header ${name} is given twice`);
  try {
    headers.set(name, text);
  } catch {
    // Without the text, which may be a secret.
    throw refusal(
      id,
      `the header ${name} can hold neither line ends nor characters beyond Latin-1; encode its text`,
    );
  }
  if (headers.get(name) !== text)
    throw refusal(id, `the header ${name} can neither begin nor end with a space`);
}

/** A browser leaves out the headers that it sets itself, without a word. */
function refuseLostHeaders(headers: Headers, id: string): void {
  const sent = new Request('http://localhost', { headers }).headers;
  for (const name of headers.keys())
    if (!sent.has(name)) throw refusal(id, `this runtime lets no program set the header ${name}`);
}
