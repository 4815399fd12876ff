import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf } from '../../evidence/compare/facets.ts';
import { type Located, placeIn, target } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Drift, DriftKind, Held } from './drift.ts';
import type { SeenType, Shape } from './merge-shape.ts';
import { patchText, withCorrection } from './patch.ts';
import { typesOfSchema } from './schema-types.ts';

/** What recordings say of one field's type, its null, its size and its values. */
export function compareField(context: Context, held: Held, shape: Shape): Drift[] {
  const types = typesOfSchema(context.spec, held.schema);
  const seen = seenTypes(shape);
  const found: Drift[] = [];
  if (types.size === 0) {
    if (seen.length > 0 && !isListed(context, held.schema))
      found.push(
        retyped(context, held, shape, 'learned-type', [...seen, ...(shape.null > 0 ? ['null'] : [])]),
      );
  } else {
    if (shape.null > 0 && !types.has('null'))
      found.push(retyped(context, held, shape, 'null', [...written(context, held.schema), 'null']));
    const others = seen.filter((type) => !types.has(type));
    if (others.length > 0) {
      const stay = written(context, held.schema).filter(
        (type) => type === 'null' || shape.types[type as SeenType],
      );
      found.push(retyped(context, held, shape, 'retyped', [...new Set([...others, ...stay])]));
    }
  }
  if (shape.large > 0 && (types.size === 0 || types.has('integer')))
    found.push(...tooLarge(context, held, shape));
  return [...found, ...newValues(context, held, shape)];
}

/** The types seen; whole numbers among fractions are numbers. */
function seenTypes({ types }: Shape): SeenType[] {
  // Sound: only the keys that `mergeShape` writes are there.
  const seen = Object.keys(types) as SeenType[];
  return seen.includes('number') ? seen.filter((type) => type !== 'integer') : seen;
}

function written(context: Context, schema: Located): string[] {
  const all = facetsOf(context.spec, schema).all.flatMap(({ value }) =>
    [value.type ?? []].flat().map(String),
  );
  return [...new Set(all)];
}

/** How often each was seen: `null 3 of 7 times, a string 4`. */
function counts(shape: Shape, kind: DriftKind): string {
  const parts = seenTypes(shape).map((type) => `${type} ${shape.types[type]} of ${shape.seen}`);
  return [
    ...(shape.null > 0 ? [`null ${shape.null} of ${shape.seen}`] : []),
    ...(kind === 'null' ? [] : parts),
  ].join(', ');
}

function retyped(
  context: Context,
  held: Held,
  shape: Shape,
  kind: DriftKind,
  types: readonly string[],
): Drift {
  const seen = counts(shape, kind);
  const type = types.length === 1 ? types[0] : types;
  const before = written(context, held.schema).join('|') || 'unknown';
  const correction = withCorrection(context, held.schema, {
    what: 'type',
    otherwise: before,
    because: `Recordings have it as ${seen}.`,
  });
  const isUnknown = kind === 'learned-type';
  return {
    kind,
    operation: held.operation,
    pointer: held.pointer,
    says: `was seen ${seen}, and the specification says ${before}`,
    place: placeIn(typeHolder(context, held.schema)),
    mend: isUnknown ? 'remove x-unknown and set here' : 'set here',
    patch: patchText(isUnknown && before === 'unknown' ? { type } : { type, 'x-corrects': correction }),
  };
}

/** Where the type is written: behind a reference, in the file that it names. */
function typeHolder({ spec }: Context, schema: Located): Located {
  return target(spec, schema) ?? schema;
}

function tooLarge(context: Context, held: Held, shape: Shape): Drift[] {
  const isExact = facetsOf(context.spec, held.schema).all.some(({ value }) => value['x-exact'] === true);
  if (isExact) return [];
  return [
    {
      kind: 'too-large',
      operation: held.operation,
      pointer: held.pointer,
      says: `was seen beyond 2^53 ${shape.large} of ${shape.seen} times`,
      place: placeIn(held.schema),
      mend: 'set here',
      patch: patchText({ 'x-exact': true }),
    },
  ];
}

const LISTS = ['enum', 'x-known-values'] as const;

function isListed(context: Context, schema: Located): boolean {
  return facetsOf(context.spec, schema).all.some(({ value }) =>
    LISTS.some((key) => Array.isArray(value[key])),
  );
}

function newValues(context: Context, held: Held, shape: Shape): Drift[] {
  const holder = facetsOf(context.spec, held.schema).all.find(({ value }) =>
    LISTS.some((key) => Array.isArray(value[key])),
  );
  if (holder === undefined) return [];
  const key = LISTS.find((one) => Array.isArray(holder.value[one])) ?? 'x-known-values';
  const known = holder.value[key] as readonly unknown[];
  const types = typesOfSchema(context.spec, held.schema);
  const added = [...shape.values].filter(
    ([value]) => !known.includes(value) && types.has(Number.isInteger(value) ? 'integer' : typeof value),
  );
  if (added.length === 0) return [];
  const texts = added
    .map(([value, count]) => `${JSON.stringify(value)} ${count} of ${shape.seen} times`)
    .join(', ');
  // A recording keeps small numbers only; any other value in it stands for one that must be looked up.
  const isReplaced = added.some(([value]) => typeof value !== 'number' || Math.abs(value) > 999);
  const note = isReplaced ? ' (a pseudonym: the recorder keeps no text that is not listed)' : '';
  const values = [...known, ...added.map(([value]) => value)];
  const correction = withCorrection(context, held.schema, {
    what: 'values',
    otherwise: 'none',
    because: `Recordings have ${texts} beside the listed values.`,
  });
  return [
    {
      kind: 'new-value',
      operation: held.operation,
      pointer: held.pointer,
      says: `was seen with a value that is not listed: ${texts}${note}`,
      place: placeIn(holder, key),
      mend: isReplaced
        ? 'set here, with the value as the API gives it'
        : 'set here, and say what it means in x-meanings',
      patch: patchText({
        [key]: values,
        ...(isObject(correction) || Array.isArray(correction) ? { 'x-corrects': correction } : {}),
      }),
    },
  ];
}
