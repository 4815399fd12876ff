import { Document } from 'yaml';
import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf } from '../../evidence/compare/facets.ts';
import type { Located } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import { documentText, foldSmallCollections } from '../../spec/yaml-text.ts';

/** The aspects of a field that recordings can correct. */
export type CorrectedAspect = 'type' | 'required' | 'values';

/** Writes a value as YAML, formatted like the specification. */
export function patchText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  foldSmallCollections(document);
  return documentText(document);
}

/**
 * Returns the corrections of a field with a new one for an aspect. Corrections of other aspects stay. An existing correction
 * of this aspect is replaced, but keeps its `documented`. A single correction is an object, several are a list.
 * @param otherwise the value of `documented` if neither a correction nor a page gives it.
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
        .filter((comparison) => comparison.at.value === schema.value && comparison.aspect === what)
        .map((comparison) => comparison.documented),
    ),
  ];
  const before = own.find((correction) => correction.what === what)?.documented;
  const value = before ?? (documented.length > 1 ? documented : (documented[0] ?? otherwise));
  const others = own.filter((correction) => correction.what !== what).map(({ at }) => at.value);
  const correction = { ...(what === 'type' ? {} : { what }), documented: value, because };
  return others.length === 0 ? correction : [...others.filter(isObject), correction];
}
