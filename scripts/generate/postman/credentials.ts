import type { Model, Operation } from '../../spec/model.ts';
import type { Scheme } from '../../spec/profile.ts';
import type { Entry } from './entry.ts';
import { basicVariables, reference, schemeVariable } from './variables.ts';

/** What a request carries to be let in, with variables in place of the credentials. */
export interface Credentials {
  readonly query: readonly Entry[];
  readonly headers: readonly Entry[];
  readonly cookies: readonly Entry[];
  /** The `auth` of the request; undefined for none. */
  readonly auth: object | undefined;
}

/** The credentials of an operation: of several alternatives, the first. */
export function credentialsOf({ profile }: Model, { security }: Operation): Credentials {
  const [names = []] = security;
  const schemes = names.flatMap((name): [string, Scheme][] => {
    const scheme = profile.schemes[name];
    return scheme === undefined ? [] : [[name, scheme]];
  });
  const at = (place: Scheme['place']) =>
    schemes
      .filter(([, scheme]) => scheme.place === place && !scheme.isBasic)
      .map(([name, { name: key, prefix }]) => ({
        key,
        value: `${prefix}${reference(schemeVariable(profile, name))}`,
      }));
  const basic = schemes.find(([, { isBasic }]) => isBasic)?.[0];
  return {
    query: at('query'),
    headers: at('header'),
    cookies: at('cookie'),
    auth: basic === undefined ? undefined : basicAuth(basic),
  };
}

function basicAuth(scheme: string): object {
  const attributes = Object.entries(basicVariables(scheme)).map(([key, name]) => ({
    key,
    value: reference(name),
    type: 'string',
  }));
  return { type: 'basic', basic: attributes };
}
