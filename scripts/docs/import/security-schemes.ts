import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../spec/openapi.ts';
import type { Capture, Credential } from '../readers/capture.ts';

type Scheme = Readonly<Record<string, unknown>>;

/** Ways to make a call, each by the names of the schemes that it needs together; none if a call needs none. */
export type Ways = readonly (readonly string[])[];

/** The security schemes of captured pages by name, and the ways that each page names. */
export interface FoundSecurity {
  readonly schemes: ReadonlyMap<string, Scheme>;
  readonly waysOf: (capture: Capture) => Ways;
  /** Schemes that the pages name in a form that is not OpenAPI, one phrase each. */
  readonly unknown: readonly string[];
}

/** Collects how calls prove who makes them: the schemes of the pages' documents, and parameters that carry credentials. */
export function findSecurity(captures: readonly Capture[]): FoundSecurity {
  const unknown = new Set<string>();
  const stated = captures.map((capture) => statedSchemes(capture, unknown));
  const schemes = new Map(stated.flatMap((own) => [...own]));
  const found = new Map<Capture, Ways>();
  for (const [index, capture] of captures.entries()) {
    const own = stated[index] ?? new Map<string, Scheme>();
    const named = (capture.security ?? []).map((way) => way.map(nameOf).filter((name) => own.has(name)));
    const carried = (capture.credentials ?? [])
      .filter((credential) => ![...own.values()].some((scheme) => carries(scheme, credential)))
      .map((credential) => nameIn(schemes, credential));
    const ways = (named.length > 0 ? named : [[]]).map((way) => [...new Set([...way, ...carried])].sort());
    found.set(capture, ways.every(({ length }) => length === 0) ? [] : ways);
  }
  return { schemes, waysOf: (capture) => found.get(capture) ?? [], unknown: [...unknown] };
}

/** The name of the scheme of a parameter that carries credentials. A scheme that is not known yet is added. */
function nameIn(schemes: Map<string, Scheme>, { in: place, name, scheme }: Credential): string {
  const wanted = scheme === undefined ? { type: 'apiKey', in: place, name } : { type: 'http', scheme };
  const known = [...schemes].find(([, other]) => isDeepStrictEqual(other, wanted))?.[0];
  if (known !== undefined) return known;
  const stem = nameOf(scheme ?? name);
  let free = stem;
  for (let number = 2; schemes.has(free); number++) free = `${stem}${number}`;
  schemes.set(free, wanted);
  return free;
}

/** Security requirements as OpenAPI writes them. */
export function requirementsOf(ways: Ways): readonly Readonly<Record<string, readonly string[]>>[] {
  return ways.map((way) => Object.fromEntries(way.map((name) => [name, []])));
}

/** The schemes that the document around a page states. */
function statedSchemes({ securitySchemes = {} }: Capture, unknown: Set<string>): Map<string, Scheme> {
  const stated = new Map<string, Scheme>();
  for (const [name, written] of Object.entries(securitySchemes)) {
    const scheme = isObject(written) ? schemeOf(written) : undefined;
    if (scheme === undefined) unknown.add(`the security scheme ${name}`);
    else stated.set(nameOf(name), scheme);
  }
  return stated;
}

/** A name that OpenAPI allows for a component. */
function nameOf(name: string): string {
  return name.replace(/[^\w.-]+/g, '_') || 'credential';
}

function carries(scheme: Scheme | undefined, { in: place, name }: Credential): boolean {
  if (scheme?.type === 'http' || scheme?.type === 'oauth2')
    return place === 'header' && /^authorization$/i.test(name);
  return (
    scheme?.type === 'apiKey' &&
    scheme.in === place &&
    String(scheme.name).toLowerCase() === name.toLowerCase()
  );
}

/** A scheme as OpenAPI writes it. Apifox has types of its own: `bearer`, `jwt`, `basic`, `apikey`. */
function schemeOf(written: Scheme): Scheme | undefined {
  const type = String(written.type ?? '').toLowerCase();
  if (type === 'http' && typeof written.scheme === 'string')
    return { type, scheme: written.scheme.toLowerCase() };
  if (type === 'bearer' || type === 'jwt') return { type: 'http', scheme: 'bearer' };
  if (type === 'basic') return { type: 'http', scheme: 'basic' };
  const isKey =
    type === 'apikey' &&
    typeof written.name === 'string' &&
    ['query', 'header', 'cookie'].includes(String(written.in));
  return isKey ? { type: 'apiKey', in: written.in, name: written.name } : undefined;
}
