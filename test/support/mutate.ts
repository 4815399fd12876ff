import { isObject, type Schema } from '../../scripts/spec/openapi.ts';

/** An answer with one thing made wrong, and a sentence that says what. */
export interface Mutant {
  readonly what: 'removed' | 'retyped' | 'nulled' | 'added';
  readonly at: string;
  readonly answer: unknown;
}

/**
 * Every way to make one thing wrong in an answer that the schema speaks of: each required field removed, each typed
 * value given another type, each value that may not be null made null, each closed object given one more field.
 * @param schema a strict answer schema, with the components that it reaches under `$defs`.
 */
export function mutants(schema: Schema, answer: unknown): Mutant[] {
  const found: Mutant[] = [];
  const defs = (schema.$defs ?? {}) as Readonly<Record<string, Schema>>;
  visit(schema, answer, []);
  return found;

  function visit(given: Schema, value: unknown, at: readonly (string | number)[]): void {
    const here = follow(given, defs);
    const types = allowedTypes(here, defs);
    if (types.size > 0) {
      const other = OTHERS.find((candidate) => !typesOf(candidate).some((type) => types.has(type)));
      if (other !== undefined) add('retyped', at, other);
      if (!types.has('null')) add('nulled', at, null);
    }
    if (Array.isArray(value) && here.items !== undefined) {
      value.forEach((item, index) => {
        visit(here.items ?? {}, item, [...at, index]);
      });
    }
    if (isObject(value)) visitObject(here, value, at);
  }

  function visitObject(here: Schema, value: Fields, at: readonly (string | number)[]): void {
    for (const name of (here.required ?? []).filter((one) => Object.hasOwn(value, one))) {
      add('removed', [...at, name], REMOVED);
    }
    if (here.additionalProperties === false) add('added', [...at, 'undocumented_field'], 'x');
    for (const [name, member] of Object.entries(value)) {
      const schema = memberSchema(here, name);
      if (schema !== undefined) visit(schema, member, [...at, name]);
    }
  }

  function add(what: Mutant['what'], at: readonly (string | number)[], value: unknown): void {
    found.push({ what, at: pointer(at), answer: changed(answer, at, value) });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The schema of one field of an object: its own, else that of further fields. */
function memberSchema({ properties, additionalProperties }: Schema, name: string): Schema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

const REMOVED = Symbol('removed');
const OTHERS: readonly unknown[] = ['text', 7, true, { a: 1 }, ['x']];

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

/** The JSON types that a schema lets through; none where it says nothing of them. */
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
