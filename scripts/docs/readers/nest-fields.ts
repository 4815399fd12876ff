import { exampleParents, inferFields } from '../../evidence/facts/example-evidence.ts';
import type { FactField } from '../../evidence/facts/facts.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { FlatField } from './flat-fields.ts';

/** The nested fields of a flat list; undefined unless exactly one nesting fits. */
export type Nesting = readonly FactField[] | undefined;

// Limits the search: a list that takes more steps counts as uncertain.
const MOST_STEPS = 20_000;

/**
 * Recovers the nesting of fields from the example. A field must occur in its parent's example with the right
 * type, and an object that lists members must list all that its example shows. If more than one nesting is
 * possible, a person decides.
 */
export function nestFields(flat: readonly FlatField[], example: unknown): Nesting {
  const parent = sampleOf(example);
  if (parent === undefined) {
    // Without an example, it is unknown where an object's members end.
    return flat.some(isContainer) ? undefined : flat.map(plain);
  }
  let steps = 0;
  /** Every way to read members of `sample` from index `at` on: the members, and the index where they end. */
  const membersAt = (at: number, sample: Sample, isTopLevel: boolean): [FactField[], number][] => {
    const ways: [FactField[], number][] = [];
    const extend = (fields: FactField[], next: number, seen: ReadonlySet<string>) => {
      if (++steps > MOST_STEPS) return;
      const isComplete = Object.keys(sample).every((name) => seen.has(name));
      if (isTopLevel ? next === flat.length : isComplete) ways.push([fields, next]);
      const field = flat[next];
      if (field === undefined || seen.has(field.name) || !fits(field, sample)) return;
      const known = new Set(seen).add(field.name);
      for (const [read, end] of readAt(field, next, sample)) extend([...fields, read], end, known);
    };
    extend([], at, new Set());
    return ways;
  };
  /** Every way to read a field with its members: those listed below it, or those that the example shows. */
  const readAt = (field: FlatField, at: number, sample: Sample): [FactField, number][] => {
    const below = sampleOf(sample[field.name]);
    if (!isContainer(field) || below === undefined) return [[plain(field), at + 1]];
    const count = Object.keys(below).length;
    const isCountRight = field.members === undefined || field.members === 0 || field.members === count;
    if (!isCountRight) return [];
    const inferred = inferFields(exampleParents(sample[field.name]));
    const collapsed: FactField = { ...plain(field), fields: inferred };
    const listed = membersAt(at + 1, below, false).map(([fields, end]): [FactField, number] => [
      { ...plain(field), fields },
      end,
    ]);
    return [[collapsed, at + 1], ...listed.filter(([{ fields }]) => fields?.length !== 0)];
  };
  const ways = membersAt(0, parent, true);
  return ways.length === 1 && steps <= MOST_STEPS ? ways[0]?.[0] : undefined;
}

/** An object of an example. */
type Sample = Readonly<Record<string, unknown>>;

function isContainer({ type }: FactField): boolean {
  return /object/.test(type);
}

function plain({ members: _, ...field }: FlatField): FactField {
  return field;
}

/** Returns the first object of an example, also inside lists; undefined if there is none. */
export function sampleOf(value: unknown): Sample | undefined {
  if (Array.isArray(value)) return value.map(sampleOf).find((sample) => sample !== undefined);
  return isObject(value) ? value : undefined;
}

function fits({ name, type }: FlatField, sample: Sample): boolean {
  if (!Object.hasOwn(sample, name)) return false;
  const value = sample[name];
  if (value === null || type === 'any' || type === 'unknown') return true;
  if (type.startsWith('array')) return Array.isArray(value);
  if (Array.isArray(value)) return false;
  const named = type.split('|');
  if (isObject(value)) return named.includes('object');
  if (isNumeric(value)) return named.includes('integer') || named.includes('number');
  return named.includes(typeof value);
}
