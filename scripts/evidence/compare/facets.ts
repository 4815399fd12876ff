import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { parseDocType, printDocType } from '../facts/doc-type.ts';
import { child, children, type Located, target } from './located.ts';

/**
 * All objects that describe one schema: the schema itself, the target of its `$ref`, the members of its `allOf`, and the
 * branches of its `oneOf` and `anyOf`.
 */
export interface Facets {
  readonly all: readonly Located[];
  /** Whether an object of this schema always has the property. */
  readonly requires: (name: string) => boolean;
}

const DEPTH = 12;
const known = new WeakMap<Spec, WeakMap<object, Facets>>();

/** Collects the facets of a schema and follows its references. */
export function facetsOf(spec: Spec, schema: Located): Facets {
  const ofSpec = known.get(spec) ?? new WeakMap<object, Facets>();
  known.set(spec, ofSpec);
  const facets = ofSpec.get(schema.value) ?? collectFacets(spec, schema, 0);
  ofSpec.set(schema.value, facets);
  return facets;
}

function collectFacets(spec: Spec, schema: Located, depth: number): Facets {
  const resolved = target(spec, schema);
  const own = resolved === undefined || resolved.value === schema.value ? [schema] : [schema, resolved];
  const below = (located: Located, key: string) =>
    depth > DEPTH ? [] : children(located, key).map((part) => collectFacets(spec, part, depth + 1));
  const parts = own.flatMap((located) => below(located, 'allOf'));
  const groups = own
    .flatMap((located) => [below(located, 'oneOf'), below(located, 'anyOf')])
    .filter((group) => group.length > 0);
  return {
    all: [...own, ...[...parts, ...groups.flat()].flatMap((facets) => facets.all)],
    requires: (name) =>
      own.some(({ value }) => Array.isArray(value.required) && value.required.includes(name)) ||
      parts.some((part) => part.requires(name)) ||
      groups.some((group) => requiredInEveryBranch(group, name)),
  };
}

/** The properties of a schema, each at the first place that declares it. */
export function propertiesOf(facets: Facets): ReadonlyMap<string, Located> {
  const properties = knownProperties.get(facets) ?? collectProperties(facets);
  knownProperties.set(facets, properties);
  return properties;
}

const knownProperties = new WeakMap<Facets, ReadonlyMap<string, Located>>();

function collectProperties(facets: Facets): ReadonlyMap<string, Located> {
  const properties = new Map<string, Located>();
  for (const facet of facets.all) {
    for (const property of children(facet, 'properties')) {
      const name = String(property.keys.at(-1));
      if (!properties.has(name)) properties.set(name, property);
    }
  }
  return properties;
}

/** The schema of an array's items, if it has one. */
export function itemsOf(facets: Facets): Located | undefined {
  const holder = facets.all.find(({ value }) => isObject(value.items));
  return holder && child(holder, 'items');
}

/** A keyword of the schema, from the first facet that has it. */
export function keywordOf(facets: Facets, keyword: string): unknown {
  return facets.all.find((facet) => facet.value[keyword] !== undefined)?.value[keyword];
}

/** The type of a schema in the notation of the facts; `unknown` if it has none. */
export function typeOfSchema(spec: Spec, schema: Located): string {
  const names = namesOf(spec, facetsOf(spec, schema), 0);
  const type = parseDocType(names.length === 0 ? 'unknown' : names.join('|'));
  return type === undefined ? names.join('|') : printDocType(type);
}

function namesOf(spec: Spec, facets: Facets, depth: number): string[] {
  const names = facets.all.flatMap(({ value }) => writtenTypes(value));
  return [...new Set(names)].map((name) => {
    const items = name === 'array' && depth < DEPTH ? itemsOf(facets) : undefined;
    if (items === undefined) return name;
    const inner = namesOf(spec, facetsOf(spec, items), depth + 1);
    return `array<${inner.length === 0 ? 'unknown' : inner.join('|')}>`;
  });
}

function writtenTypes(schema: Readonly<Record<string, unknown>>): string[] {
  const type = schema.type;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  const values: unknown[] = Array.isArray(schema.enum)
    ? schema.enum
    : schema.const === undefined
      ? []
      : [schema.const];
  return values.map((value) => {
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'array';
    return Number.isInteger(value) || typeof value === 'bigint' ? 'integer' : typeof value;
  });
}

function requiredInEveryBranch(group: readonly Facets[], name: string): boolean {
  const objects = group.filter((branch) => branch.all.some(({ value }) => value.properties !== undefined));
  return objects.length > 0 && objects.every((branch) => branch.requires(name));
}
