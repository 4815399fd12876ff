import { exampleParents, inferFields } from '../../evidence/facts/example-evidence.ts';
import type { FactField } from '../../evidence/facts/facts.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { FlatField } from './flat-fields.ts';

/** The nesting of a flat list; undefined where it is not the only one that fits, or none fits. */
export type Nesting = readonly FactField[] | undefined;

// More ways than this to read one list are as good as none.
const MOST_STEPS = 20_000;

/**
 * Recovers which fields are members of which from the example: a field must be in the object that it is a member of and
 * have its type, and an object whose members are listed lists all that its example shows. Only a nesting that is the one
 * possible is taken; anything else is for a person to decide.
 */
export function nestFields(flat: readonly FlatField[], example: unknown): Nesting {
  const parent = sampleOf(example);
  if (parent === undefined) {
    // Without an example nothing tells where an object's members end.
    return flat.some(isContainer) ? undefined : flat.map(plain);
  }
  let steps = 0;
  /** Every way to read members of `sample` from `at` on: what they are, and where they end. */
  const membersAt = (at: number, sample: Sample, isWhole: boolean): [FactField[], number][] => {
    const ways: [FactField[], number][] = [];
    const extend = (fields: FactField[], next: number, seen: ReadonlySet<string>) => {
      if (++steps > MOST_STEPS) return;
      const isComplete = Object.keys(sample).every((name) => seen.has(name));
      if (isWhole ? next === flat.length : isComplete) ways.push([fields, next]);
      const field = flat[next];
      if (field === undefined || seen.has(field.name) || !fits(field, sample)) return;
      const known = new Set(seen).add(field.name);
      for (const [read, end] of readAt(field, next, sample)) extend([...fields, read], end, known);
    };
    extend([], at, new Set());
    return ways;
  };
  /** A field with its members: those listed below it, or those that the example shows. */
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

/** The object that an example shows, through lists; undefined where it shows none. */
export function sampleOf(value: unknown): Sample | undefined {
  if (Array.isArray(value)) return value.map(sampleOf).find((each) => each !== undefined);
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
