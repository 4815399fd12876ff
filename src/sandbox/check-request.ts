import { checkValue } from './check-value.ts';
import type { Endpoint, Endpoints, JsonSchema, Parameter } from './endpoints.ts';
import type { Fault } from './fault.ts';
import { isObject, type JsonObject } from './paths.ts';
import { typeOf } from './sample.ts';

/** The arguments of a call, query and body in one object, and what is wrong with them. */
export interface CheckedRequest {
  readonly args: JsonObject;
  readonly faults: readonly Fault[];
}

/** A request as it is checked. */
interface RawRequest {
  readonly query: URLSearchParams;
  readonly body: string;
  readonly contentType: string;
}

type Report = (fault: Fault) => void;

/** Reads a request's arguments and holds them against what its operation takes. */
export function checkRequest(endpoint: Endpoint, asked: RawRequest, { resolve }: Endpoints): CheckedRequest {
  const faults: Fault[] = [];
  const report: Report = (fault) => void faults.push(fault);
  const args = {
    ...queryArguments(endpoint, asked.query, resolve, report),
    ...bodyArguments(endpoint, asked, resolve, report),
  };
  const { oneOf = [] } = endpoint.request;
  const isSent = (name: string) => ![undefined, null, ''].includes(args[name] as '');
  if (oneOf.length > 0 && !oneOf.some(isSent)) {
    report({ at: oneOf.join('|'), kind: 'missing', wants: 'there, at least one of them' });
  }
  return { args, faults };
}

function queryArguments(
  { request }: Endpoint,
  query: URLSearchParams,
  resolve: Endpoints['resolve'],
  report: Report,
): JsonObject {
  const args: JsonObject = {};
  for (const parameter of request.parameters) {
    const { name, required, schema } = parameter;
    const texts = query.getAll(name);
    if (texts.length === 0) {
      if (required) report({ at: name, kind: 'missing', wants: 'there' });
      continue;
    }
    const value = readParameter(parameter, texts, resolve, report);
    args[name] = value;
    if (value !== undefined) checkValue(value, schema, name, resolve, report);
  }
  return args;
}

function bodyArguments(
  { request: { body: shape } }: Endpoint,
  { body, contentType }: RawRequest,
  resolve: Endpoints['resolve'],
  report: Report,
): JsonObject {
  if (!shape) return {};
  const fields = readBody(body, contentType, report);
  if (fields !== undefined) {
    checkValue(fields, shape.schema, '', resolve, report);
  } else if (shape.required && body.trim() === '') {
    for (const at of resolve(shape.schema).required ?? []) report({ at, kind: 'missing', wants: 'there' });
  }
  return isObject(fields) ? fields : {};
}

/** The value that a body holds, as JSON or as a form; undefined for an empty one, and for one that is neither, which is reported. */
export function readBody(text: string, contentType: string, report: Report = () => undefined): unknown {
  if (text.trim() === '') return undefined;
  if (contentType.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  return readJson(text, 'body', report);
}

function readJson(text: string, at: string, report: Report): unknown {
  try {
    return JSON.parse(text);
  } catch {
    report({ at, kind: 'json', wants: 'JSON' });
    return undefined;
  }
}

function readParameter(
  { name, json, schema: given }: Parameter,
  texts: readonly string[],
  resolve: Endpoints['resolve'],
  report: Report,
): unknown {
  const [text = ''] = texts;
  if (json) return readJson(text, name, report);
  const schema = resolve(given);
  if (typeOf(schema) === 'array') return texts.map((each) => readText(each, resolve(schema.items ?? {})));
  return readText(text, schema);
}

/** A text of a query as the value that it stands for; the text itself where it is none of the type. */
function readText(text: string, schema: JsonSchema): unknown {
  const type = typeOf(schema);
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false|0|1)$/.test(text)) return text === 'true' || text === '1';
  return text;
}
