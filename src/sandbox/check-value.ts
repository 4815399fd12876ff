import { isObject } from '../base/is-object.ts';
import type { Endpoints, JsonSchema } from './endpoints.ts';
import type { Fault } from './fault.ts';
import type { JsonObject } from './paths.ts';

type Report = (fault: Fault) => void;

/**
 * Checks a value against a schema and reports its faults by dotted path. Does not use ajv, because an answer needs the
 * argument and the kind of fault, and the schema decides how texts of a query are parsed before they are checked.
 */
export function checkValue(
  value: unknown,
  given: JsonSchema,
  at: string,
  resolve: Endpoints['resolve'],
  report: Report,
): void {
  const schema = resolve(given);
  const own = faultOf(value, schema);
  if (own) report({ at: at || 'body', ...own });
  if (own?.kind === 'type' || value === null) return;
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items)
      for (const [index, item] of value.entries()) checkValue(item, items, `${at}.${index}`, resolve, report);
  } else if (isObject(value)) {
    checkMembers(value, schema, at, resolve, report);
  }
  for (const branch of schema.allOf ?? []) checkValue(value, branch, at, resolve, report);
}

function checkMembers(
  value: JsonObject,
  { required = [], properties = {} }: JsonSchema,
  at: string,
  resolve: Endpoints['resolve'],
  report: Report,
): void {
  const pathOf = (name: string) => (at ? `${at}.${name}` : name);
  for (const name of required) {
    if (!Object.hasOwn(value, name)) report({ at: pathOf(name), kind: 'missing', wants: 'present' });
  }
  for (const [name, property] of Object.entries(properties)) {
    if (Object.hasOwn(value, name)) checkValue(value[name], property, pathOf(name), resolve, report);
  }
}

/** The fault of a value itself, not of its members. */
function faultOf(value: unknown, schema: JsonSchema): Omit<Fault, 'at'> | undefined {
  if (!isOfType(value, schema))
    return { kind: 'type', wants: `of type ${[schema.type].flat().join(' or ')}` };
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (value !== null && allowed && !allowed.includes(value)) {
    return { kind: 'value', wants: `one of ${allowed.join(', ')}` };
  }
  if (typeof value === 'number')
    return ofBounds(value, schema.minimum, schema.maximum, ['small', 'large'], '');
  if (Array.isArray(value)) {
    return ofBounds(value.length, schema.minItems, schema.maxItems, ['few', 'many'], ' items');
  }
  return typeof value === 'string' ? ofText(value, schema) : undefined;
}

function ofText(
  value: string,
  { minLength, maxLength, 'x-max-bytes': bytes }: JsonSchema,
): Omit<Fault, 'at'> | undefined {
  const { length } = Array.from(value);
  return (
    ofBounds(length, minLength, maxLength, ['short', 'long'], ' characters') ??
    ofBounds(new TextEncoder().encode(value).length, 0, bytes, ['short', 'long'], ' bytes')
  );
}

function ofBounds(
  size: number,
  least = -Infinity,
  most = Infinity,
  [under, over]: readonly [Fault['kind'], Fault['kind']],
  unit: string,
): Omit<Fault, 'at'> | undefined {
  if (size < least) return { kind: under, wants: `at least ${least}${unit}` };
  return size > most ? { kind: over, wants: `at most ${most}${unit}` } : undefined;
}

function isOfType(value: unknown, { type }: JsonSchema): boolean {
  if (type === undefined) return true;
  return [type].flat().some((name) => {
    if (name === 'null') return value === null;
    if (name === 'array') return Array.isArray(value);
    if (name === 'object') return isObject(value);
    if (name === 'integer') return Number.isInteger(value);
    // A file of a form, and a body of bytes.
    if (value instanceof Blob) return name === 'string';
    return typeof value === name;
  });
}
