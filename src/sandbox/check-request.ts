import { checkValue } from './check-value.ts';
import type { Endpoint, Endpoints, JsonSchema, Parameter } from './endpoints.ts';
import type { Fault } from './fault.ts';
import { isObject, type JsonObject } from './paths.ts';
import { typeOf } from './sample.ts';

/** The arguments of a call, from query and body in one object, and their faults. */
export interface CheckedRequest {
  readonly args: JsonObject;
  readonly faults: readonly Fault[];
}

/** The parts of a request that are checked. */
interface RawRequest {
  readonly query: URLSearchParams;
  readonly body: string;
  readonly contentType: string;
}

type Report = (fault: Fault) => void;

/** Parses the arguments of a request and checks them against its operation. */
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
    report({ at: oneOf.join('|'), kind: 'missing', wants: 'present, at least one of them' });
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
      if (required) report({ at: name, kind: 'missing', wants: 'present' });
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
    for (const at of resolve(shape.schema).required ?? []) report({ at, kind: 'missing', wants: 'present' });
  }
  return isObject(fields) ? fields : {};
}

/** Parses a body as JSON or as a form. Undefined if it is empty, or if it is neither, which is reported. */
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
  if (typeOf(schema) === 'array') return texts.map((item) => readText(item, resolve(schema.items ?? {})));
  return readText(text, schema);
}

/** Converts a text of the query to the type of its schema. Returns the text itself if that is impossible. */
function readText(text: string, schema: JsonSchema): unknown {
  const type = typeOf(schema);
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false|0|1)$/.test(text)) return text === 'true' || text === '1';
  return text;
}
