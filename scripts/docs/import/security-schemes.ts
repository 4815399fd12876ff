import { isObject } from '../../spec/openapi.ts';
import type { Capture, Credential } from '../readers/capture.ts';

type Scheme = Readonly<Record<string, unknown>>;

/** The security schemes of captured pages by name, and the names that each page uses. */
export interface FoundSecurity {
  readonly schemes: ReadonlyMap<string, Scheme>;
  readonly namesOf: (capture: Capture) => readonly string[];
  /** Schemes that the pages name in a form that is not OpenAPI, one phrase each. */
  readonly unknown: readonly string[];
}

/** Collects how calls prove who makes them: the schemes of the pages' documents, and parameters that carry credentials. */
export function findSecurity(captures: readonly Capture[]): FoundSecurity {
  const schemes = new Map<string, Scheme>();
  const unknown = new Set<string>();
  const names = new Map<Capture, readonly string[]>();
  for (const capture of captures) {
    const own = statedSchemes(capture, unknown);
    for (const { in: place, name } of capture.credentials ?? []) {
      const isCarried = [...own.values()].some((scheme) => carries(scheme, { in: place, name }));
      if (!isCarried) own.set(nameOf(name), { type: 'apiKey', in: place, name });
    }
    for (const [name, scheme] of own) if (!schemes.has(name)) schemes.set(name, scheme);
    names.set(capture, [...own.keys()].sort());
  }
  return { schemes, namesOf: (capture) => names.get(capture) ?? [], unknown: [...unknown] };
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
