import { isObject } from '../../spec/openapi.ts';
import { parseDocType, printDocType } from './doc-type.ts';
import type { FactContent, FactField, RequiredMark } from './facts.ts';

/** The objects at one place of a documented example. */
export type Parents = readonly Readonly<Record<string, unknown>>[];

/** The top-level objects of a documented example; none if there is no example, or only `mock`. */
export function exampleParents(example: unknown): Parents {
  return objectsIn(example);
}

/** The objects that the example shows at `name`, including those in lists. */
export function parentsBelow(parents: Parents, name: string): Parents {
  return parents.flatMap((parent) => (Object.hasOwn(parent, name) ? objectsIn(parent[name]) : []));
}

/**
 * Whether the evidence makes a field of an answer required (docs/corrections.md, "required"): its mark, else the example.
 * @returns undefined if neither says anything, so that the curator decides.
 */
export function requiredByEvidence(
  mark: RequiredMark | undefined,
  parents: Parents,
  name: string,
): boolean | undefined {
  if (typeof mark === 'boolean') return mark;
  return parents.length === 0 ? undefined : parents.every((parent) => Object.hasOwn(parent, name));
}

/** The fields of a body or an answer: the listed ones, or those of the example if none are listed. */
export function contentFields(content: FactContent | undefined): readonly FactField[] {
  if (content === undefined) return [];
  const listed = content.fields ?? [];
  return listed.length > 0 ? listed : inferFields(exampleParents(content.example));
}

/** Infers fields from example objects, typed by their values. */
export function inferFields(parents: Parents): FactField[] {
  const names = [...new Set(parents.flatMap((parent) => Object.keys(parent)))];
  return names.map((name) => {
    const values = parents.filter((parent) => Object.hasOwn(parent, name)).map((parent) => parent[name]);
    const inner = parentsBelow(parents, name);
    return {
      name,
      type: inferType(values),
      required: 'unmarked',
      ...(inner.length > 0 ? { fields: inferFields(inner) } : {}),
    };
  });
}

function inferType(values: readonly unknown[]): string {
  const arrays = values.filter(Array.isArray);
  const items = arrays.flat() as unknown[];
  const names = values.filter((value) => !Array.isArray(value)).map(nameOfValue);
  const array = arrays.length === 0 ? [] : [items.length === 0 ? 'array' : `array<${inferType(items)}>`];
  const type = parseDocType([...names, ...array].join('|'));
  return type === undefined ? 'unknown' : printDocType(type);
}

function nameOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function objectsIn(value: unknown): Parents {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value] : [];
}
