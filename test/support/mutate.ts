import { isObject, type Schema } from '../../scripts/spec/openapi.ts';

/** An answer with one error put into it, and what and where the error is. */
export interface Mutant {
  readonly what: 'removed' | 'retyped' | 'nulled' | 'added';
  readonly at: string;
  readonly answer: unknown;
}

/**
 * Lists every way to put one error into an answer that the schema detects: removes each required field, gives
 * each typed value another type, sets each value that may not be null to null, adds a field to each closed
 * object.
 * @param schema a strict answer schema, with its components under `$defs`.
 */
export function mutants(schema: Schema, answer: unknown): Mutant[] {
  const found: Mutant[] = [];
  const defs = (schema.$defs ?? {}) as Readonly<Record<string, Schema>>;
  visit(schema, answer, []);
  return found;

  function visit(given: Schema, value: unknown, at: readonly (string | number)[]): void {
    const target = follow(given, defs);
    const types = allowedTypes(target, defs);
    if (types.size > 0) {
      const retyped = VALUES.find((candidate) => !typesOf(candidate).some((type) => types.has(type)));
      if (retyped !== undefined) add('retyped', at, retyped);
      if (!types.has('null')) add('nulled', at, null);
    }
    if (Array.isArray(value) && target.items !== undefined) {
      value.forEach((item, index) => {
        visit(target.items ?? {}, item, [...at, index]);
      });
    }
    if (isObject(value)) visitObject(target, value, at);
  }

  function visitObject(target: Schema, value: Fields, at: readonly (string | number)[]): void {
    for (const name of (target.required ?? []).filter((field) => Object.hasOwn(value, field))) {
      add('removed', [...at, name], REMOVED);
    }
    if (target.additionalProperties === false) add('added', [...at, 'undocumented_field'], 'x');
    for (const [name, member] of Object.entries(value)) {
      const schema = memberSchema(target, name);
      if (schema !== undefined) visit(schema, member, [...at, name]);
    }
  }

  function add(what: Mutant['what'], at: readonly (string | number)[], value: unknown): void {
    found.push({ what, at: pointer(at), answer: changed(answer, at, value) });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The schema of one field of an object: its own, or that of additional fields. */
function memberSchema({ properties, additionalProperties }: Schema, name: string): Schema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

const REMOVED = Symbol('removed');
const VALUES: readonly unknown[] = ['text', 7, true, { a: 1 }, ['x']];

function changed(value: unknown, at: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changed(item, rest, to) : item));
  const copy: Record<string, unknown> = { ...(value as object) };
  if (rest.length === 0 && to === REMOVED) delete copy[key];
  else copy[key] = changed(copy[key], rest, to);
  return copy;
}

function follow(schema: Schema, defs: Readonly<Record<string, Schema>>): Schema {
  const reference = schema.$ref;
  const target = typeof reference === 'string' ? defs[reference.slice('#/$defs/'.length)] : undefined;
  return target === undefined ? schema : follow(target, defs);
}

/** The JSON types that a schema allows; none if it does not restrict them. */
function allowedTypes(schema: Schema, defs: Readonly<Record<string, Schema>>): ReadonlySet<string> {
  if (schema.const !== undefined) return new Set(typesOf(schema.const));
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (schema.type === undefined && branches.length > 0) {
    const sets = branches.map((branch) => allowedTypes(follow(branch, defs), defs));
    return sets.some(({ size }) => size === 0) ? new Set() : new Set(sets.flatMap((set) => [...set]));
  }
  return new Set([schema.type ?? []].flat() as string[]);
}

function typesOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
}

function pointer(at: readonly (string | number)[]): string {
  return at.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';
}
