import { dirname, join } from 'node:path';
import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';

/** What every documented path begins with, as the root's `x-base-path` says; empty where it says nothing. */
export function basePathOf(spec: Spec): string {
  const path = isObject(spec.root.value) ? spec.root.value['x-base-path'] : undefined;
  return typeof path === 'string' ? path : '';
}

/** The names of each envelope's own fields in a successful answer, the default envelope first. */
export function envelopeFields(spec: Spec): Map<string, readonly string[]> {
  const envelopes = isObject(spec.root.value) ? spec.root.value['x-envelopes'] : undefined;
  return new Map(
    Object.entries(isObject(envelopes) ? envelopes : {}).map(([name, envelope]) => {
      const success = isObject(envelope) && isObject(envelope.success) ? envelope.success : {};
      return [name, Object.keys(isObject(success.properties) ? success.properties : {})];
    }),
  );
}

/** The folder of a specification that holds its facts. */
export function docsFolder(spec: Spec): string {
  return join(dirname(spec.root.path), 'docs');
}

/** The licences' names by the documentation's words for them: the root's `x-seats`. */
export function seatsOf(spec: Spec): Readonly<Record<string, string>> {
  const { value } = spec.root;
  const seats = isObject(value) && isObject(value['x-seats']) ? Object.entries(value['x-seats']) : [];
  return Object.fromEntries(seats.map(([word, name]) => [word, String(name)]));
}
