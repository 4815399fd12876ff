import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf, itemsOf, propertiesOf } from '../../evidence/compare/facets.ts';
import type { Located } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { envelopeFields } from '../../evidence/facts/root.ts';
import { compareField } from './compare-field.ts';
import type { Drift, Held } from './drift.ts';
import { patchOfMissing, patchOfNew, patchOfRenamed } from './field-findings.ts';
import type { Shape } from './merge-shape.ts';
import { typesOfSchema } from './schema-types.ts';

/** Holds the shape of an operation's successful answers against what the specification says of them. */
export function compareShape(context: Context, id: string, { answer }: Operation, shape: Shape): Drift[] {
  if (answer === undefined) return [];
  const ignored = new Set([...envelopeFields(context.spec).values()].flat());
  return compareObject(context, { operation: id, schema: answer, pointer: '' }, shape, ignored);
}

const NOTHING: ReadonlySet<string> = new Set();

/** The fields of an object, both ways; `shape.types.object` says how many such objects were seen. */
function compareObject(context: Context, held: Held, shape: Shape, ignored: ReadonlySet<string>): Drift[] {
  const facets = facetsOf(context.spec, held.schema);
  const properties = propertiesOf(facets);
  const isOpen = properties.size === 0;
  const omitted = new Set(facets.all.flatMap(context.reasoned.omissionsOn).map(({ name }) => name));
  if (facets.all.some(({ value }) => typeof value.additionalProperties === 'object')) return [];
  const extra = [...shape.fields].filter(
    ([name]) => !properties.has(name) && !ignored.has(name) && !omitted.has(name),
  );
  const absent = [...properties].filter(([name]) => !shape.fields.has(name) && !ignored.has(name));
  const objects = shape.types.object ?? 0;
  const always = extra.filter(([, field]) => field.seen === objects);
  const renamed = pairRenamed(context, facets.requires, absent, always);
  const found: Drift[] = [];
  for (const [name, schema] of absent) {
    const to = renamed.get(name);
    const place = { held, name, schema, objects, isRequired: facets.requires(name) };
    if (to === undefined) found.push(patchOfMissing(context, place, 0));
    else found.push(patchOfRenamed(context, place, to));
  }
  const targets = new Set([...renamed.values()].map(([name]) => name));
  for (const [name, field] of extra)
    if (!targets.has(name)) found.push(patchOfNew(context, { held, name, field, isOpen, facets }));
  for (const [name, schema] of properties) {
    const field = shape.fields.get(name);
    if (field === undefined || ignored.has(name)) continue;
    if (field.seen < field.parents && facets.requires(name))
      found.push(patchOfMissing(context, { held, name, schema, objects, isRequired: true }, field.seen));
    found.push(
      ...compareValue(context, { ...held, schema, pointer: `${held.pointer}/${escaped(name)}` }, field),
    );
  }
  return found;
}

/** A field by its own type and values, then what is in it. */
function compareValue(context: Context, held: Held, shape: Shape): Drift[] {
  const found = compareField(context, held, shape);
  const { schema } = held;
  const types = typesOfSchema(context.spec, schema);
  if (shape.types.object !== undefined && (types.size === 0 || types.has('object')))
    found.push(...compareObject(context, held, shape, NOTHING));
  const items = itemsOf(facetsOf(context.spec, schema));
  if (shape.items !== undefined && items !== undefined)
    found.push(
      ...compareValue(context, { ...held, schema: items, pointer: `${held.pointer}/*` }, shape.items),
    );
  return found;
}

type Absent = readonly [name: string, schema: Located];
type Extra = readonly [name: string, shape: Shape];

/**
 * A documented field that never came beside an undocumented one of the same type that always came is that field by
 * another name, where no second one could be it. A field that must be there comes before those that may be missing.
 */
function pairRenamed(
  { spec }: Context,
  requires: (name: string) => boolean,
  absent: readonly Absent[],
  always: readonly Extra[],
): Map<string, Extra> {
  const pairs = new Map<string, Extra>();
  const fits = ([, schema]: Absent, [, field]: Extra) => {
    const types = typesOfSchema(spec, schema);
    return types.size > 0 && Object.keys(field.types).some((type) => types.has(type));
  };
  for (const field of always) {
    const fitting = absent.filter((one) => fits(one, field));
    const needed = fitting.filter(([name]) => requires(name));
    const [only, second] = needed.length > 0 ? needed : fitting;
    const others = always.filter((other) => other !== field && only !== undefined && fits(only, other));
    if (only !== undefined && second === undefined && others.length === 0) pairs.set(only[0], field);
  }
  return pairs;
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
