import type { Catalogue, Endpoint, JsonSchema, Parameter } from './catalogue.ts';
import { isObject, type JsonObject } from './paths.ts';
import { typeOf } from './sample.ts';

/** What is wrong with one argument of a call. */
export interface Fault {
  /** The argument's name; a dotted path in a body. */
  readonly at: string;
  readonly kind:
    | 'missing'
    | 'type'
    | 'value'
    | 'large'
    | 'small'
    | 'long'
    | 'short'
    | 'many'
    | 'few'
    | 'json';
  /** What would have been right, for people. */
  readonly wants: string;
}

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

/**
 * Holds a request against what its operation takes. By hand and not by ajv: texts of a query have to be read first, and
 * an answer needs the argument and the kind of fault, which 140 more modules would only say in their own words.
 */
export function checkRequest(
  endpoint: Endpoint,
  { query, body, contentType }: RawRequest,
  { resolve }: Catalogue,
): CheckedRequest {
  const faults: Fault[] = [];
  const args: JsonObject = {};
  const { parameters, body: shape, oneOf = [] } = endpoint.request;
  for (const parameter of parameters) {
    const texts = query.getAll(parameter.name);
    if (texts.length === 0) {
      if (parameter.required) faults.push({ at: parameter.name, kind: 'missing', wants: 'a value' });
      continue;
    }
    const value = readParameter(parameter, texts, resolve, faults);
    args[parameter.name] = value;
    if (value !== undefined) checkValue(value, parameter.schema, parameter.name, resolve, faults);
  }
  if (shape) {
    const fields = readBody(body, contentType, faults);
    if (fields !== undefined) {
      Object.assign(args, isObject(fields) ? fields : {});
      checkValue(fields, shape.schema, '', resolve, faults);
    } else if (shape.required && faults.length === 0) {
      for (const name of resolve(shape.schema).required ?? ['body'])
        faults.push({ at: name, kind: 'missing', wants: 'a value' });
    }
  }
  const isSent = (name: string) => args[name] !== undefined && args[name] !== null && args[name] !== '';
  if (oneOf.length > 0 && !oneOf.some(isSent))
    faults.push({ at: oneOf.join('|'), kind: 'missing', wants: 'one of these' });
  return { args, faults };
}

function readBody(text: string, contentType: string, faults: Fault[]): unknown {
  if (text.trim() === '') return undefined;
  if (contentType.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    faults.push({ at: 'body', kind: 'json', wants: 'JSON' });
    return undefined;
  }
}

function readParameter(
  { name, json, schema: given }: Parameter,
  texts: readonly string[],
  resolve: Catalogue['resolve'],
  faults: Fault[],
): unknown {
  const [text = ''] = texts;
  const schema = resolve(given);
  const type = typeOf(schema);
  if (json) {
    try {
      return JSON.parse(text);
    } catch {
      faults.push({ at: name, kind: 'json', wants: 'JSON' });
      return undefined;
    }
  }
  if (type === 'array') return texts.map((each) => readText(each, resolve(schema.items ?? {})));
  return readText(text, schema);
}

/** A text of a query as the value that it stands for; the text itself where it is none of the type. */
function readText(text: string, schema: JsonSchema): unknown {
  const type = typeOf(schema);
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false|0|1)$/.test(text)) return text === 'true' || text === '1';
  return text;
}

function checkValue(
  value: unknown,
  given: JsonSchema,
  at: string,
  resolve: Catalogue['resolve'],
  faults: Fault[],
): void {
  const schema = resolve(given);
  const fault = (kind: Fault['kind'], wants: string) => void faults.push({ at: at || 'body', kind, wants });
  if (!isOfType(value, schema)) return fault('type', [schema.type].flat().join(' or '));
  if (value === null) return;
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (allowed && !allowed.includes(value)) return fault('value', `one of ${allowed.join(', ')}`);
  if (typeof value === 'number') checkNumber(value, schema, fault);
  if (typeof value === 'string') checkText(value, schema, fault);
  if (Array.isArray(value)) {
    if (value.length > (schema.maxItems ?? Infinity)) fault('many', `at most ${schema.maxItems}`);
    if (value.length < (schema.minItems ?? 0)) fault('few', `at least ${schema.minItems}`);
    const { items } = schema;
    if (items)
      for (const [index, item] of value.entries()) checkValue(item, items, `${at}.${index}`, resolve, faults);
  } else if (isObject(value)) {
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(value, name)) faults.push({ at: join(at, name), kind: 'missing', wants: 'a value' });
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (Object.hasOwn(value, name)) checkValue(value[name], property, join(at, name), resolve, faults);
    }
  }
  for (const branch of schema.allOf ?? []) checkValue(value, branch, at, resolve, faults);
}

type Report = (kind: Fault['kind'], wants: string) => void;

function checkNumber(
  value: number,
  { minimum = -Infinity, maximum = Infinity }: JsonSchema,
  fault: Report,
): void {
  if (value > maximum) fault('large', `at most ${maximum}`);
  if (value < minimum) fault('small', `at least ${minimum}`);
}

function checkText(value: string, schema: JsonSchema, fault: Report): void {
  const { maxLength = Infinity, minLength = 0, 'x-max-bytes': bytes = Infinity } = schema;
  const { length } = Array.from(value);
  if (length > maxLength) fault('long', `at most ${maxLength} characters`);
  if (length < minLength) fault('short', `at least ${minLength} characters`);
  if (new TextEncoder().encode(value).length > bytes) fault('long', `at most ${bytes} bytes`);
}

function isOfType(value: unknown, { type }: JsonSchema): boolean {
  if (type === undefined) return true;
  return [type].flat().some((each) => {
    if (each === 'null') return value === null;
    if (each === 'array') return Array.isArray(value);
    if (each === 'object') return isObject(value);
    if (each === 'integer') return Number.isInteger(value);
    return typeof value === each;
  });
}

function join(at: string, name: string): string {
  return at ? `${at}.${name}` : name;
}
