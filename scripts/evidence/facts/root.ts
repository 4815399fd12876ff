import { dirname, join } from 'node:path';
import { readEnvelopes } from '../../spec/envelopes.ts';
import type { Spec } from '../../spec/load.ts';
import { type Envelope, isObject } from '../../spec/openapi.ts';

/** The prefix of every documented path (`x-base-path` of the root); empty if the root has none. */
export function basePathOf(spec: Spec): string {
  const path = isObject(spec.root.value) ? spec.root.value['x-base-path'] : undefined;
  return typeof path === 'string' ? path : '';
}

/** The envelopes of a specification, by name. The default envelope comes first. */
export function envelopesOf(spec: Spec): Readonly<Record<string, Envelope>> {
  return isObject(spec.root.value) ? readEnvelopes(spec.root.value) : {};
}

/** The field names of each envelope in a successful answer. The default envelope comes first. */
export function envelopeFields(spec: Spec): Map<string, readonly string[]> {
  return new Map(
    Object.entries(envelopesOf(spec)).map(([name, { success }]) => [
      name,
      Object.keys(success.properties ?? {}),
    ]),
  );
}

/** The folder of a specification's facts. */
export function docsFolder(spec: Spec): string {
  return join(dirname(spec.root.path), 'docs');
}

/** The names of the licences by the documentation's words for them (`x-seats` of the root). */
export function seatsOf(spec: Spec): Readonly<Record<string, string>> {
  const { value } = spec.root;
  const seats = isObject(value) && isObject(value['x-seats']) ? Object.entries(value['x-seats']) : [];
  return Object.fromEntries(seats.map(([word, name]) => [word, String(name)]));
}
