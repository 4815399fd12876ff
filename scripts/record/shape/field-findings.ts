import type { Context } from '../../evidence/compare/context.ts';
import { child, type Located, placeIn, target } from '../../evidence/compare/located.ts';
import type { ComparedSchema, Drift } from './drift.ts';
import type { Shape } from './merge-shape.ts';
import { patchText, withCorrection } from './patch.ts';

/** A documented field of an object that is compared with recordings. */
export interface FieldPlace {
  readonly compared: ComparedSchema;
  readonly name: string;
  readonly schema: Located;
  /** How many objects that could have the field were seen. */
  readonly objects: number;
  readonly isRequired: boolean;
}

/** Creates the finding for a documented field that was seen less often than documented, or never. */
export function patchOfMissing(context: Context, place: FieldPlace, seen: number): Drift {
  const { compared, name, schema, objects, isRequired } = place;
  const base = {
    operation: compared.operation,
    pointer: `${compared.pointer}/${name}`,
    place: placeIn(schema),
  };
  if (!isRequired) {
    const says = `is documented, but was never seen in ${objects} objects`;
    return { ...base, kind: 'never-seen', says, mend: 'nothing, if the API may still return it', patch: '' };
  }
  const missed = `missing ${objects - seen} of ${objects} times`;
  return {
    ...base,
    kind: 'missing',
    says:
      seen === 0
        ? `is documented as required, but was never seen: ${missed}`
        : `is required, but was ${missed}`,
    mend: `remove ${name} from required, and set here`,
    patch: patchText({
      'x-corrects': withCorrection(context, schema, {
        what: 'required',
        otherwise: 'unmarked',
        because: `It was ${missed} in recordings.`,
      }),
    }),
  };
}

/** Creates the finding for a documented field that was seen under another name. */
export function patchOfRenamed(
  context: Context,
  place: FieldPlace,
  [to, field]: readonly [string, Shape],
): Drift {
  const { compared, name, schema, objects } = place;
  return {
    kind: 'renamed',
    operation: compared.operation,
    pointer: `${compared.pointer}/${name}`,
    says: `was never seen in ${objects} objects, but the undocumented ${to} was, ${field.seen} of ${objects} times`,
    place: placeIn(schema),
    mend: `rename ${name} here and in required to`,
    patch: patchText({ [to]: { ...withoutCorrections(context, schema), ...EVIDENCE } }),
  };
}

/** Creates the finding for a field that the specification does not have. */
export function patchOfNew(
  { spec }: Context,
  {
    compared,
    name,
    field,
    isOpen,
    facets,
  }: {
    compared: ComparedSchema;
    name: string;
    field: Shape;
    /** Whether the specification has no field of this object at all. */
    isOpen: boolean;
    facets: { readonly all: readonly Located[] };
  },
): Drift {
  const seen = `seen ${field.seen} of ${field.parents} times`;
  const holder =
    facets.all.find((facet) => child(facet, 'properties') !== undefined) ??
    target(spec, compared.schema) ??
    compared.schema;
  return {
    kind: isOpen ? 'learned-field' : 'undocumented',
    operation: compared.operation,
    pointer: `${compared.pointer}/${name}`,
    says: `is not documented, but was ${seen}`,
    place: isOpen ? placeIn(holder) : placeIn(holder, 'properties'),
    mend: isOpen ? 'add under properties, which this object does not have yet' : 'add under properties',
    patch: patchText({
      [name]: { ...schemaOf(field), ...EVIDENCE },
    }),
  };
}

/** The mark of a field that no page lists and recordings show. */
const EVIDENCE = { 'x-evidence': 'recording' } as const;

function withoutCorrections({ spec }: Context, schema: Located): object {
  const value = typeof schema.value.$ref === 'string' ? schema.value : (target(spec, schema) ?? schema).value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'x-corrects'));
}

/** Drafts a schema from a shape, including members and items. */
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
