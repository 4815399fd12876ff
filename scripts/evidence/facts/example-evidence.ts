import { isObject } from '../../spec/openapi.ts';
import { parseDocType, printDocType } from './doc-type.ts';
import type { FactContent, FactField, RequiredMark } from './facts.ts';

/** Objects of a documented example that stand at one place of it. */
export type Parents = readonly Readonly<Record<string, unknown>>[];

/** The objects at the top of a documented example; none for `mock` or where there is none. */
export function exampleParents(example: unknown): Parents {
  return objectsIn(example);
}

/** The objects that the example shows under `name`, through lists. */
export function parentsBelow(parents: Parents, name: string): Parents {
  return parents.flatMap((parent) => (Object.hasOwn(parent, name) ? objectsIn(parent[name]) : []));
}

/**
 * Whether an answer's field is required by the evidence (docs/corrections.md, "required"): its mark, else the example.
 * @returns undefined where neither says anything and the curator decides.
 */
export function requiredByEvidence(
  mark: RequiredMark | undefined,
  parents: Parents,
  name: string,
): boolean | undefined {
  if (typeof mark === 'boolean') return mark;
  return parents.length === 0 ? undefined : parents.every((parent) => Object.hasOwn(parent, name));
}

/** The fields of a body or an answer: those listed, or, where none is listed, those that the example shows. */
export function contentFields(content: FactContent | undefined): readonly FactField[] {
  if (content === undefined) return [];
  const listed = content.fields ?? [];
  return listed.length > 0 ? listed : inferFields(exampleParents(content.example));
}

/** The fields that example objects show, typed by their values. */
export function inferFields(parents: Parents): FactField[] {
  const names = [...new Set(parents.flatMap((parent) => Object.keys(parent)))];
  return names.map((name) => {
    const values = parents.filter((parent) => Object.hasOwn(parent, name)).map((parent) => parent[name]);
    const below = parentsBelow(parents, name);
    return {
      name,
      type: inferType(values),
      required: 'unmarked',
      ...(below.length > 0 ? { fields: inferFields(below) } : {}),
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
