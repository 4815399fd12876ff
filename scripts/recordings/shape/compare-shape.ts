import { envelopeFields } from '../../docs/index.ts';
import {
  type Context,
  facetsOf,
  itemsOf,
  type Located,
  type Operation,
  propertiesOf,
} from '../../lint/index.ts';
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
  const renamed = pairRenamed(context, shape, absent, extra);
  const objects = shape.types.object ?? 0;
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

/**
 * A documented field that never came beside an undocumented one that always came, of the same type, is that field by
 * another name, where no second one could be it: those that must be there are paired first.
 */
function pairRenamed(
  context: Context,
  shape: Shape,
  absent: readonly (readonly [string, Located])[],
  extra: readonly (readonly [string, Shape])[],
): Map<string, readonly [string, Shape]> {
  const pairs = new Map<string, readonly [string, Shape]>();
  const objects = shape.types.object ?? 0;
  const always = extra.filter(([, field]) => field.seen === objects);
  const fits = ([, schema]: readonly [string, Located], [, field]: readonly [string, Shape]) => {
    const types = typesOfSchema(context.spec, schema);
    return types.size > 0 && Object.keys(field.types).some((type) => types.has(type));
  };
  for (const field of always) {
    const candidates = absent.filter((one) => fits(one, field));
    const [only, second] = candidates;
    if (
      only !== undefined &&
      second === undefined &&
      always.filter((other) => fits(only, other)).length === 1
    )
      pairs.set(only[0], field);
  }
  return pairs;
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
