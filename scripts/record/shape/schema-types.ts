import { facetsOf } from '../../evidence/compare/facets.ts';
import type { Located } from '../../evidence/compare/located.ts';
import type { Spec } from '../../spec/load.ts';

/** Returns the types that a schema allows; `number` includes `integer`. Empty if the schema has no type. */
export function typesOfSchema(spec: Spec, schema: Located): ReadonlySet<string> {
  const written = facetsOf(spec, schema).all.flatMap(({ value }) => [value.type ?? []].flat().map(String));
  return new Set(written.includes('number') ? [...written, 'integer'] : written);
}
