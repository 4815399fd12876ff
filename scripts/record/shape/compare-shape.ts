import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf, itemsOf, propertiesOf } from '../../evidence/compare/facets.ts';
import type { Located } from '../../evidence/compare/located.ts';
import { compareField } from './compare-field.ts';
import type { ComparedSchema, Drift } from './drift.ts';
import { patchOfMissing, patchOfNew, patchOfRenamed } from './field-findings.ts';
import type { Shape } from './merge-shape.ts';
import { typesOfSchema } from './schema-types.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Compares the fields of an object: documented ones that are missing, and undocumented ones. */
export function compareObject(
  context: Context,
  compared: ComparedSchema,
  shape: Shape,
  ignored: ReadonlySet<string>,
): Drift[] {
  const facets = facetsOf(context.spec, compared.schema);
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
    const place = { compared, name, schema, objects, isRequired: facets.requires(name) };
    if (to === undefined) found.push(patchOfMissing(context, place, 0));
    else found.push(patchOfRenamed(context, place, to));
  }
  const targets = new Set([...renamed.values()].map(([name]) => name));
  for (const [name, field] of extra)
    if (!targets.has(name)) found.push(patchOfNew(context, { compared, name, field, isOpen, facets }));
  for (const [name, schema] of properties) {
    const field = shape.fields.get(name);
    if (field === undefined || ignored.has(name)) continue;
    if (field.seen < field.parents && facets.requires(name))
      found.push(patchOfMissing(context, { compared, name, schema, objects, isRequired: true }, field.seen));
    found.push(
      ...compareValue(
        context,
        { ...compared, schema, pointer: `${compared.pointer}/${escaped(name)}` },
        field,
      ),
    );
  }
  return found;
}

/** Compares a field's own type and values, then its members or items. */
export function compareValue(context: Context, compared: ComparedSchema, shape: Shape): Drift[] {
  const found = compareField(context, compared, shape);
  const { schema } = compared;
  const types = typesOfSchema(context.spec, schema);
  if (shape.types.object !== undefined && (types.size === 0 || types.has('object')))
    found.push(...compareObject(context, compared, shape, NOTHING));
  const items = itemsOf(facetsOf(context.spec, schema));
  if (shape.items !== undefined && items !== undefined)
    found.push(
      ...compareValue(context, { ...compared, schema: items, pointer: `${compared.pointer}/*` }, shape.items),
    );
  return found;
}

type Absent = readonly [name: string, schema: Located];
type Extra = readonly [name: string, shape: Shape];

/**
 * Pairs a documented field that was never seen with an undocumented one of the same type that was always seen: it was
 * renamed. Pairs nothing if there are several candidates. Required fields take precedence over optional ones.
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
    const fitting = absent.filter((candidate) => fits(candidate, field));
    const needed = fitting.filter(([name]) => requires(name));
    const [only, second] = needed.length > 0 ? needed : fitting;
    const rivals = always.filter((rival) => rival !== field && only !== undefined && fits(only, rival));
    if (only !== undefined && second === undefined && rivals.length === 0) pairs.set(only[0], field);
  }
  return pairs;
}

/** A name as a token of a JSON pointer. */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
