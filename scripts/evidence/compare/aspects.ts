import type { Spec } from '../../spec/load.ts';
import { documentedType, typesAgree } from '../facts/doc-type.ts';
import { type FactField, type FactShape, LIMITS } from '../facts/facts.ts';
import { LIMIT_KEYWORDS } from '../facts/limit-keywords.ts';
import { type Aspect, isSame } from './compared.ts';
import { type Facets, facetsOf, itemsOf, keywordOf, typeOfSchema } from './facets.ts';
import type { Located } from './located.ts';

/** One aspect of a field: what the page says, and what the specification says. */
export interface AspectValue {
  readonly aspect: Aspect;
  readonly documented: unknown;
  readonly specified: unknown;
  readonly agrees: boolean;
}

/**
 * Compares the type, values, default and limits of a field, or of a value without a name. `required` is compared elsewhere: it
 * needs the parents.
 */
export function compareAspects(
  spec: Spec,
  field: FactShape & Pick<FactField, 'nullable'>,
  schema: Located,
): AspectValue[] {
  const facets = facetsOf(spec, schema);
  const items = itemsOf(facets);
  const itemFacets = items === undefined ? undefined : facetsOf(spec, items);
  const documented = documentedType(field);
  const specified = typeOfSchema(spec, schema);
  return [
    { aspect: 'type', documented, specified, agrees: typesAgree(documented, specified) },
    valueAspect(
      'values',
      field.enum,
      valuesOf(facets) ?? (itemFacets === undefined ? undefined : valuesOf(itemFacets)),
    ),
    valueAspect('default', field.default, keywordOf(facets, 'default')),
    ...LIMITS.map((limit) => {
      const { keyword, onItems } = LIMIT_KEYWORDS[limit];
      const holder = onItems ? itemFacets : facets;
      return valueAspect(limit, field[limit], holder === undefined ? undefined : keywordOf(holder, keyword));
    }).filter(({ documented, specified }) => documented !== 'none' || specified !== 'none'),
  ];
}

function valueAspect(aspect: Aspect, pageValue: unknown, schemaValue: unknown): AspectValue {
  const documented = pageValue ?? 'none';
  const specified = schemaValue ?? 'none';
  const isNothing = (value: unknown) => value === 'none' || (value === 0 && aspect.startsWith('min_'));
  return {
    aspect,
    documented,
    specified,
    agrees: isSame(documented, specified) || (isNothing(documented) && isNothing(specified)),
  };
}

/** The values that a schema lists. `null` is left out, because it belongs to the type. */
function valuesOf(facets: Facets): readonly unknown[] | undefined {
  const listed = keywordOf(facets, 'enum') ?? keywordOf(facets, 'x-known-values');
  if (Array.isArray(listed)) return listed.filter((value) => value !== null);
  const constant = keywordOf(facets, 'const');
  return constant === undefined ? undefined : [constant];
}
