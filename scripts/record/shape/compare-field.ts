import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf } from '../../evidence/compare/facets.ts';
import { type Located, placeIn, target } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import type { ComparedSchema, Drift, DriftKind } from './drift.ts';
import type { SeenType, Shape } from './merge-shape.ts';
import { patchText, withCorrection } from './patch.ts';
import { typesOfSchema } from './schema-types.ts';

/** Compares one field's type, nullability, integer size and values with the recordings. */
export function compareField(context: Context, compared: ComparedSchema, shape: Shape): Drift[] {
  const types = typesOfSchema(context.spec, compared.schema);
  const seen = seenTypes(shape);
  const found: Drift[] = [];
  if (types.size === 0) {
    if (seen.length > 0 && !isListed(context, compared.schema))
      found.push(
        retyped(context, compared, shape, 'learned-type', [...seen, ...(shape.null > 0 ? ['null'] : [])]),
      );
  } else {
    if (shape.null > 0 && !types.has('null'))
      found.push(retyped(context, compared, shape, 'null', [...written(context, compared.schema), 'null']));
    const others = seen.filter((type) => !types.has(type));
    if (others.length > 0) {
      const stay = written(context, compared.schema).filter(
        (type) => type === 'null' || shape.types[type as SeenType],
      );
      found.push(retyped(context, compared, shape, 'retyped', [...new Set([...others, ...stay])]));
    }
  }
  if (shape.large > 0 && (types.size === 0 || types.has('integer')))
    found.push(...tooLarge(context, compared, shape));
  return [...found, ...newValues(context, compared, shape)];
}

/** Returns the types seen. Integers next to fractions count as numbers. */
function seenTypes({ types }: Shape): SeenType[] {
  // `mergeShape` writes only these keys.
  const seen = Object.keys(types) as SeenType[];
  return seen.includes('number') ? seen.filter((type) => type !== 'integer') : seen;
}

function written(context: Context, schema: Located): string[] {
  const all = facetsOf(context.spec, schema).all.flatMap(({ value }) =>
    [value.type ?? []].flat().map(String),
  );
  return [...new Set(all)];
}

/** Writes how often each type was seen: `null 3 of 7, string 4 of 7`. */
function counts(shape: Shape, kind: DriftKind): string {
  const parts = seenTypes(shape).map((type) => `${type} ${shape.types[type]} of ${shape.seen}`);
  return [
    ...(shape.null > 0 ? [`null ${shape.null} of ${shape.seen}`] : []),
    ...(kind === 'null' ? [] : parts),
  ].join(', ');
}

function retyped(
  context: Context,
  compared: ComparedSchema,
  shape: Shape,
  kind: DriftKind,
  types: readonly string[],
): Drift {
  const seen = counts(shape, kind);
  const type = types.length === 1 ? types[0] : types;
  const before = written(context, compared.schema).join('|') || 'unknown';
  const correction = withCorrection(context, compared.schema, {
    what: 'type',
    otherwise: before,
    because: `Seen in recordings: ${seen}.`,
  });
  const isUnknown = kind === 'learned-type';
  return {
    kind,
    operation: compared.operation,
    pointer: compared.pointer,
    says: `was seen as ${seen}, but the specification says ${before}`,
    place: placeIn(typeHolder(context, compared.schema)),
    mend: isUnknown ? 'remove x-unknown and set here' : 'set here',
    patch: patchText(isUnknown && before === 'unknown' ? { type } : { type, 'x-corrects': correction }),
  };
}

/** The schema that contains the type: the target of a reference, or the schema itself. */
function typeHolder({ spec }: Context, schema: Located): Located {
  return target(spec, schema) ?? schema;
}

function tooLarge(context: Context, compared: ComparedSchema, shape: Shape): Drift[] {
  const isExact = facetsOf(context.spec, compared.schema).all.some(({ value }) => value['x-exact'] === true);
  if (isExact) return [];
  return [
    {
      kind: 'too-large',
      operation: compared.operation,
      pointer: compared.pointer,
      says: `was seen beyond 2^53 ${shape.large} of ${shape.seen} times`,
      place: placeIn(compared.schema),
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

function newValues(context: Context, compared: ComparedSchema, shape: Shape): Drift[] {
  const holder = facetsOf(context.spec, compared.schema).all.find(({ value }) =>
    LISTS.some((key) => Array.isArray(value[key])),
  );
  if (holder === undefined) return [];
  const key = LISTS.find((keyword) => Array.isArray(holder.value[keyword])) ?? 'x-known-values';
  const known = holder.value[key] as readonly unknown[];
  const types = typesOfSchema(context.spec, compared.schema);
  const added = [...shape.values].filter(
    ([value]) => !known.includes(value) && types.has(Number.isInteger(value) ? 'integer' : typeof value),
  );
  if (added.length === 0) return [];
  const texts = added
    .map(([value, count]) => `${JSON.stringify(value)} ${count} of ${shape.seen} times`)
    .join(', ');
  // A recording keeps only small numbers. Any other new value is a pseudonym, and the real one must be looked up.
  const isReplaced = added.some(([value]) => typeof value !== 'number' || Math.abs(value) > 999);
  const note = isReplaced ? ' (a pseudonym: the recorder replaces values that are not listed)' : '';
  const values = [...known, ...added.map(([value]) => value)];
  const correction = withCorrection(context, compared.schema, {
    what: 'values',
    otherwise: 'none',
    because: `Recordings have ${texts} in addition to the listed values.`,
  });
  return [
    {
      kind: 'new-value',
      operation: compared.operation,
      pointer: compared.pointer,
      says: `was seen with a value that is not listed: ${texts}${note}`,
      place: placeIn(holder, key),
      mend: isReplaced
        ? 'set here, with the real value from the API'
        : 'set here, and explain it in x-meanings',
      patch: patchText({
        [key]: values,
        ...(isObject(correction) || Array.isArray(correction) ? { 'x-corrects': correction } : {}),
      }),
    },
  ];
}
