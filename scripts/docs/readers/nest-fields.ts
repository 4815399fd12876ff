import { exampleParents, inferFields } from '../../evidence/facts/example-evidence.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { CapturedField } from './captured-field.ts';
import type { FlatField } from './flat-fields.ts';

/** The nested fields of a flat list; undefined unless exactly one nesting fits. */
export type Nesting = readonly CapturedField[] | undefined;

// Limits the search: a list that takes more steps counts as uncertain.
const MOST_STEPS = 20_000;

/** An object of an example. */
type Sample = Readonly<Record<string, unknown>>;

/** One way to read a part of the list: what was read, and the index where it ends. */
type Way<T> = readonly [read: T, end: number];

interface Search {
  readonly flat: readonly FlatField[];
  /** Every name that the example shows, at any depth. */
  readonly names: ReadonlySet<string>;
  /** Whether the example may lack fields and show values of other types. */
  readonly isLenient: boolean;
  steps: number;
}

/**
 * Recovers the nesting of fields from the example. A field must occur in its parent's example with the right
 * type, and an object that lists members must list all that its example shows. If no nesting fits, the example
 * may lack fields, but a name that it shows only elsewhere is out of place. If more than one nesting is
 * possible, a person decides.
 */
export function nestFields(flat: readonly FlatField[], example: unknown): Nesting {
  const sample = sampleOf(example);
  const names = namesIn(example);
  if (!flat.some(isContainer)) return isOneLevel(flat, sample, names) ? flat.map(plain) : undefined;
  for (const isLenient of sample === undefined ? [true] : [false, true]) {
    const search: Search = { flat, names, isLenient, steps: 0 };
    const ways = levelsAt(search, 0, sample, true);
    if (search.steps > MOST_STEPS || ways.length > 1) return undefined;
    if (ways[0] !== undefined) return ways[0][0];
  }
  return undefined;
}

/** Whether a list without containers is one object: no name twice, and none that the example shows only deeper. */
function isOneLevel(
  flat: readonly FlatField[],
  sample: Sample | undefined,
  names: ReadonlySet<string>,
): boolean {
  const isUnique = new Set(flat.map(({ name }) => name)).size === flat.length;
  return isUnique && flat.every(({ name }) => Object.hasOwn(sample ?? {}, name) || !names.has(name));
}

/** Every way to read the members of an object from an index on. Without `sample`, they may have any name. */
function levelsAt(
  search: Search,
  at: number,
  sample: Sample | undefined,
  isTopLevel: boolean,
): Way<CapturedField[]>[] {
  const { flat, isLenient } = search;
  const ways: Way<CapturedField[]>[] = [];
  const extend = (fields: CapturedField[], next: number, seen: ReadonlySet<string>) => {
    if (++search.steps > MOST_STEPS) return;
    const isComplete = Object.keys(sample ?? {}).every((name) => seen.has(name));
    const isEnd = isTopLevel ? next === flat.length && (isComplete || !isLenient) : isComplete;
    if (isEnd) ways.push([fields, next]);
    const field = flat[next];
    if (field === undefined || seen.has(field.name) || !mayStand(search, field, sample)) return;
    const known = new Set(seen).add(field.name);
    for (const [read, end] of fieldsAt(search, next, sample)) extend([...fields, read], end, known);
  };
  extend([], at, new Set());
  return ways;
}

/** Every way to read a field with its members: those listed below it, or those that the example shows. */
function fieldsAt(search: Search, at: number, sample: Sample | undefined): Way<CapturedField>[] {
  const field = search.flat[at];
  if (field === undefined) return [];
  if (!isContainer(field)) return [[plain(field), at + 1]];
  const value = sample?.[field.name];
  const below = sampleOf(value);
  const { members = 0 } = field;
  const count = Object.keys(below ?? {}).length;
  if (below !== undefined && members > 0 && (search.isLenient ? members < count : members !== count))
    return [];
  const collapsed: CapturedField = {
    ...plain(field),
    ...(below && { fields: inferFields(exampleParents(value)) }),
    ...((below === undefined ? field.members !== 0 : members > count) && { isOpen: true }),
  };
  // A strict search takes an object without an example as collapsed.
  const isListed = below !== undefined || (search.isLenient && field.members !== 0);
  const listed = isListed ? levelsAt(search, at + 1, below, false) : [];
  const fitting = listed.filter(([{ length }]) => length > 0);
  return [
    [collapsed, at + 1],
    ...fitting.map(([fields, end]): Way<CapturedField> => [{ ...plain(field), fields }, end]),
  ];
}

function isContainer({ type }: FlatField): boolean {
  return /object/.test(type);
}

/** The field itself. A list whose items have no type is open. */
function plain({ members: _, ...field }: FlatField): CapturedField {
  return /^array(\||$)/.test(field.type) ? { ...field, isOpen: true } : field;
}

/** Returns the first object of an example, also inside lists; undefined if there is none. */
export function sampleOf(value: unknown): Sample | undefined {
  if (Array.isArray(value)) return value.map(sampleOf).find((sample) => sample !== undefined);
  return isObject(value) ? value : undefined;
}

function namesIn(value: unknown): Set<string> {
  const names = new Set<string>();
  for (let level = [value]; level.length > 0; ) {
    for (const item of level) if (isObject(item)) for (const name of Object.keys(item)) names.add(name);
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return names;
}

/** Whether a field can be a member of an object with this example. */
function mayStand({ isLenient, names }: Search, field: FlatField, sample: Sample | undefined): boolean {
  if (sample === undefined) return true;
  if (fits(field, sample)) return true;
  if (!isLenient) return false;
  if (!Object.hasOwn(sample, field.name)) return !names.has(field.name);
  return !isContainer(field) && sampleOf(sample[field.name]) === undefined;
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
