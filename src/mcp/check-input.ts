import { isObject } from '../base/is-object.ts';
import { nearest } from '../base/nearest.ts';
import type { JsonSchema } from './tool.ts';

/**
 * Checks a tool's arguments against its schema. Returns one sentence for each fault, written for a model that is to call
 * again: the argument, what it should be, and the nearest right name. Does not use ajv, which names the keyword that failed
 * and not the mend, and which the package does not ship. Reads the keywords that the tools use.
 */
export function faultsOf(input: unknown, schema: JsonSchema, at = ''): string[] {
  const type = typeFault(input, schema, at);
  if (type !== undefined) return [type];
  if (Array.isArray(input)) return itemFaults(input, schema, at);
  if (isObject(input)) return memberFaults(input, schema, at);
  return [valueFault(input, schema, at)].filter((fault) => fault !== undefined);
}

function typeFault(input: unknown, { type }: JsonSchema, at: string): string | undefined {
  if (type === undefined) return undefined;
  const types = [type].flat().map(String);
  if (types.some((name) => isOfType(input, name))) return undefined;
  const hint =
    typeof input === 'string' && types.includes('object')
      ? '; pass the object itself, not its JSON text'
      : '';
  return `${labelOf(at)} must be of type ${types.join(' or ')}, not ${shown(input)}${hint}`;
}

function isOfType(input: unknown, type: string): boolean {
  if (type === 'null') return input === null;
  if (type === 'array') return Array.isArray(input);
  if (type === 'object') return isObject(input);
  if (type === 'integer') return Number.isInteger(input);
  return typeof input === type;
}

function itemFaults(input: readonly unknown[], { items, maxItems }: JsonSchema, at: string): string[] {
  const faults = isObject(items)
    ? input.flatMap((item, index) => faultsOf(item, items, `${at}[${index}]`))
    : [];
  if (typeof maxItems === 'number' && input.length > maxItems)
    faults.push(`${labelOf(at)} has ${input.length} items; it takes at most ${maxItems}`);
  return faults;
}

function memberFaults(input: JsonObject, schema: JsonSchema, at: string): string[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const pathOf = (name: string) => (at ? `${at}.${name}` : name);
  const missing = required
    .filter((name) => input[name] === undefined)
    .map((name) => `${labelOf(pathOf(name))} is missing${describedBy(properties[name])}`);
  const members = Object.entries(input).flatMap(([name, value]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (isObject(property)) return value === undefined ? [] : faultsOf(value, property, pathOf(name));
    return schema.additionalProperties === false ? [unknownFault(pathOf(name), Object.keys(properties))] : [];
  });
  return [...missing, ...members];
}

function unknownFault(at: string, names: readonly string[]): string {
  const near = nearest(at, names);
  return `unknown ${labelOf(at)} (${near ? `did you mean ${near}?` : `there is ${names.join(', ') || 'none'}`})`;
}

function valueFault(input: unknown, schema: JsonSchema, at: string): string | undefined {
  const { enum: allowed, minimum, maximum, maxLength, minLength } = schema;
  if (Array.isArray(allowed) && !allowed.includes(input)) {
    const near = nearest(String(input), allowed.map(String));
    const hint = near ? `did you mean ${near}?` : `one of ${allowed.join(', ')}`;
    return `${labelOf(at)} is ${shown(input)} (${hint})`;
  }
  const size = typeof input === 'string' ? input.length : input;
  const unit = typeof input === 'string' ? ' characters' : '';
  const least = typeof input === 'string' ? minLength : minimum;
  const most = typeof input === 'string' ? maxLength : maximum;
  if (typeof size !== 'number') return undefined;
  if (typeof least === 'number' && size < least)
    return `${labelOf(at)} must be at least ${least}${unit}, not ${size}`;
  return typeof most === 'number' && size > most
    ? `${labelOf(at)} must be at most ${most}${unit}, not ${size}`
    : undefined;
}

function labelOf(at: string): string {
  return at === '' ? 'the arguments' : `argument "${at.length > LONGEST ? `${at.slice(0, LONGEST)}…` : at}"`;
}

function describedBy(property: unknown): string {
  const { type, description } = Object(property);
  const text = [type, description].filter((part) => typeof part === 'string').join(': ');
  return text === '' ? '' : ` (${text})`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The longest name or value in a fault, in characters. */
const LONGEST = 60;

type JsonObject = Readonly<Record<string, unknown>>;
