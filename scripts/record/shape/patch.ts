import { Document } from 'yaml';
import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf } from '../../evidence/compare/facets.ts';
import type { Located } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import { documentText, foldSmallCollections } from '../../spec/yaml-text.ts';

/** The aspects of a field that recordings can correct. */
export type CorrectedAspect = 'type' | 'required' | 'values' | 'presence';

/** Lines of YAML for a value, as the specification is written. */
export function patchText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  foldSmallCollections(document);
  return documentText(document);
}

/**
 * The corrections of a field once recordings have spoken of one aspect: those of others stay, the one of this aspect
 * keeps what it says is documented. One correction stands alone, several are a list.
 */
export function withCorrection(
  { reasoned, spec, compared }: Context,
  schema: Located,
  { what, otherwise, because }: { what: CorrectedAspect; otherwise: unknown; because: string },
): unknown {
  const own = facetsOf(spec, schema).all.flatMap(reasoned.correctionsOn);
  const documented = [
    ...new Set(
      compared
        .filter((one) => one.at.value === schema.value && one.aspect === what)
        .map((one) => one.documented),
    ),
  ];
  const before = own.find((one) => one.what === what)?.documented;
  const says = before ?? (documented.length > 1 ? documented : (documented[0] ?? otherwise));
  const others = own.filter((one) => one.what !== what).map(({ at }) => at.value);
  const correction = { ...(what === 'type' ? {} : { what }), documented: says, because };
  return others.length === 0 ? correction : [...others.filter(isObject), correction];
}
