import type { ParameterPlace } from '../../evidence/facts/facts.ts';
import type { Credential } from './capture.ts';

/** Headers that belong to HTTP: the body's media type and the client decide them, and no argument of a call does. */
const HTTP_HEADERS = /^(accept|accept-encoding|connection|content-length|content-type|host|user-agent)$/i;

/** Whether a parameter is a header that every HTTP client sets by itself. */
export function isHttpHeader(place: string, name: string): boolean {
  return place === 'header' && HTTP_HEADERS.test(name);
}

const TEMPLATE = /^\s*(Bearer\s+)?\{\{.*\}\}\s*$/;
const SECRET = /token|secret|key|sign|auth/i;

/**
 * Whether a parameter carries the caller's credentials: the header for them, or one with the name of a credential for which
 * the page shows a variable of the environment in place of a value. One that a call may leave out is an argument.
 */
export function isCredential(
  place: string,
  { name, required }: { readonly name: string; readonly required?: unknown },
  shown: unknown,
): boolean {
  if (place === 'header' && /^authorization$/i.test(name)) return true;
  const isAlways = place === 'query' || (['header', 'cookie'].includes(place) && required === true);
  return isAlways && SECRET.test(name) && TEMPLATE.test(String(shown));
}

/** A parameter that carries credentials, with the word that the page shows before them. */
export function credentialOf(place: ParameterPlace, name: string, shown: unknown): Credential {
  const scheme = /^\s*(Bearer|Basic)\b/i.exec(String(shown))?.[1]?.toLowerCase();
  return { in: place, name, ...(scheme !== undefined && { scheme }) };
}

/** A value without the variables of Apifox's environment (`{{appid}}`), which say nothing outside of it. */
export function withoutVariables(value: unknown): unknown {
  return typeof value === 'string' && TEMPLATE.test(value) ? undefined : value;
}
