import { isObject } from '../base/is-object.ts';
import { readPlan } from '../base/request-plan.ts';
import { checkValue } from './check-value.ts';
import type { Endpoint, Endpoints, Parameter } from './endpoints.ts';
import type { Fault } from './fault.ts';
import { pathArguments } from './path-arguments.ts';
import type { JsonObject } from './paths.ts';
import type { Content } from './read-content.ts';
import { readParameter } from './read-parameter.ts';
import { readPlannedBody } from './read-planned-body.ts';
import { readText } from './read-text.ts';
import { typeOf } from './sample.ts';

/** The arguments of a call, from all places in one object, and their faults. */
export interface CheckedRequest {
  readonly args: JsonObject;
  readonly faults: readonly Fault[];
}

/** The parts of a request that are checked. */
export interface RawRequest extends Content {
  /** From the server's root, encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it was sent, without a question mark: which commas separate and which are text shows only here. */
  readonly search: string;
  readonly headers: Headers;
}

type Report = (fault: Fault) => void;

/** Parses the arguments of a request and checks them against its operation. */
export function checkRequest(endpoint: Endpoint, asked: RawRequest, { resolve }: Endpoints): CheckedRequest {
  const faults: Fault[] = [];
  const report: Report = (fault) => void faults.push(fault);
  const args = {
    ...parameterArguments(endpoint, asked, resolve, report),
    ...bodyArguments(endpoint, asked, resolve, report),
  };
  const { oneOf = [] } = endpoint.request;
  const isSent = (name: string) => ![undefined, null, ''].includes(args[name] as '');
  if (oneOf.length > 0 && !oneOf.some(isSent)) {
    report({ at: oneOf.join('|'), kind: 'missing', wants: 'present, at least one of them' });
  }
  return { args, faults };
}

function parameterArguments(
  { request, operation }: Endpoint,
  asked: RawRequest,
  resolve: Endpoints['resolve'],
  report: Report,
): JsonObject {
  const args: JsonObject = {};
  const { parameters } = readPlan(operation.plan);
  const path = pathArguments(operation.path, asked.path) ?? {};
  const source = { path, search: asked.search, headers: asked.headers };
  for (const parameter of request.parameters) {
    const { name, in: place, required, schema } = parameter;
    const plan = parameters.find((known) => known.name === name && known.place === place);
    const key = plan?.key ?? name;
    const text = path[name];
    const texts = place === 'path' && text !== undefined ? [decoded(text)] : asked.query.getAll(name);
    const read = (): unknown => {
      if (plan) return readParameter(plan, schema, source, resolve);
      return texts.length === 0 ? undefined : readPlain(parameter, texts, resolve, report);
    };
    const value = attempt(read, key, report);
    if (value === undefined) {
      if (required && (plan || texts.length === 0)) report({ at: key, kind: 'missing', wants: 'present' });
      continue;
    }
    args[key] = value;
    checkValue(value, schema, key, resolve, report);
  }
  return args;
}

/** Reads an argument, and reports one that is not written as it should be. */
function attempt(read: () => unknown, at: string, report: Report): unknown {
  try {
    return read();
  } catch {
    report({ at, kind: 'json', wants: 'JSON' });
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function bodyArguments(
  { request: { body: shape }, operation }: Endpoint,
  asked: RawRequest,
  resolve: Endpoints['resolve'],
  report: Report,
): JsonObject {
  if (!shape) return {};
  const { body, contentType } = asked;
  const plan = readPlan(operation.plan).body;
  const fields = plan
    ? readPlannedBody(plan, shape.schema, asked, resolve, report)
    : readBody(body, contentType, report);
  if (fields !== undefined) {
    checkValue(fields, shape.schema, '', resolve, report);
  } else if (shape.required && body.trim() === '') {
    for (const at of resolve(shape.schema).required ?? []) report({ at, kind: 'missing', wants: 'present' });
  }
  if (operation.body === 'whole') return fields === undefined ? {} : { body: fields };
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

function readPlain(
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
