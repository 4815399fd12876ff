import type { Context } from '../../evidence/compare/context.ts';
import { child, type Located, placeIn, target } from '../../evidence/compare/located.ts';
import type { Drift, Held } from './drift.ts';
import type { Shape } from './merge-shape.ts';
import { patchText, withCorrection } from './patch.ts';

/** A documented field of an object, where it is held against what was seen. */
export interface FieldPlace {
  readonly held: Held;
  readonly name: string;
  readonly schema: Located;
  /** How many objects were seen that could have it. */
  readonly objects: number;
  readonly isRequired: boolean;
}

/** A documented field that came less often than it must: seen some times, or never. */
export function patchOfMissing(context: Context, place: FieldPlace, seen: number): Drift {
  const { held, name, schema, objects, isRequired } = place;
  const base = { operation: held.operation, pointer: `${held.pointer}/${name}`, place: placeIn(schema) };
  if (!isRequired) {
    const says = `is documented, and was never seen in ${objects} objects`;
    return { ...base, kind: 'never-seen', says, mend: 'nothing, as long as it may come', patch: '' };
  }
  const missed = `missing ${objects - seen} of ${objects} times`;
  return {
    ...base,
    kind: 'missing',
    says:
      seen === 0
        ? `is documented as required, and was never seen: ${missed}`
        : `is required, and was ${missed}`,
    mend: `take ${name} out of required, and set here`,
    patch: patchText({
      'x-corrects': withCorrection(context, schema, {
        what: 'required',
        otherwise: 'unmarked',
        because: `It was ${missed} in recordings.`,
      }),
    }),
  };
}

/** A documented field that came under another name. */
export function patchOfRenamed(
  context: Context,
  place: FieldPlace,
  [to, field]: readonly [string, Shape],
): Drift {
  const { held, name, schema, objects } = place;
  const because = `Recordings have it in place of ${name}, ${field.seen} of ${objects} times.`;
  return {
    kind: 'renamed',
    operation: held.operation,
    pointer: `${held.pointer}/${name}`,
    says: `was never seen in ${objects} objects, and ${to}, which was never documented, came in its place ${field.seen} of ${objects} times`,
    place: placeIn(schema),
    mend: `rename ${name} here and in required to`,
    patch: patchText({ [to]: { ...withoutCorrections(context, schema), 'x-corrects': presence(because) } }),
  };
}

/** A field that the specification does not have. */
export function patchOfNew(
  { spec }: Context,
  {
    held,
    name,
    field,
    isOpen,
    facets,
  }: {
    held: Held;
    name: string;
    field: Shape;
    /** Whether the specification knows no field of this object at all. */
    isOpen: boolean;
    facets: { readonly all: readonly Located[] };
  },
): Drift {
  const seen = `seen ${field.seen} of ${field.parents} times`;
  const holder =
    facets.all.find((one) => child(one, 'properties') !== undefined) ??
    target(spec, held.schema) ??
    held.schema;
  return {
    kind: isOpen ? 'learned-field' : 'undocumented',
    operation: held.operation,
    pointer: `${held.pointer}/${name}`,
    says: `was never documented, and was ${seen}`,
    place: isOpen ? placeIn(holder) : placeIn(holder, 'properties'),
    mend: isOpen ? 'add under properties, which this object lacks' : 'add under properties',
    patch: patchText({
      [name]: { ...schemaOf(field), 'x-corrects': presence(`It was ${seen} in recordings.`) },
    }),
  };
}

function presence(because: string): object {
  return { what: 'presence', documented: 'absent', because };
}

function withoutCorrections({ spec }: Context, schema: Located): object {
  const value = typeof schema.value.$ref === 'string' ? schema.value : (target(spec, schema) ?? schema).value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'x-corrects'));
}

/** A first schema of what was seen; what is in an object or a list is part of it. */
function schemaOf(shape: Shape): object {
  const names = Object.keys(shape.types);
  const types = names.includes('number') ? names.filter((type) => type !== 'integer') : names;
  const all = shape.null > 0 ? [...types, 'null'] : types;
  if (types.length === 0) return { 'x-unknown': 'only-null' };
  const fields = [...shape.fields].map(([name, field]): [string, object] => [name, schemaOf(field)]);
  return {
    type: all.length === 1 ? all[0] : all,
    ...(shape.large > 0 ? { 'x-exact': true } : {}),
    ...(fields.length > 0 ? { properties: Object.fromEntries(fields) } : {}),
    ...(shape.items === undefined ? {} : { items: shape.items.seen === 0 ? {} : schemaOf(shape.items) }),
  };
}
