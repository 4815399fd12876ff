import type { Model } from '../../spec/model.ts';
import type { Profile } from '../../spec/profile.ts';

/** A variable of an environment. */
export interface Variable {
  readonly name: string;
  /** Whether Postman hides its value. */
  readonly isSecret: boolean;
  /** Its value in the environment of the sandbox. */
  readonly inSandbox: string;
}

/** The variable with the address of the server. From a variable of the collection, Apifox makes the base address of an environment. */
export const BASE_URL = 'baseUrl';

/** A reference to a variable. */
export function reference(name: string): string {
  return `{{${name}}}`;
}

/** The text of a name that a variable can have. */
export function variableName(name: string): string {
  return name.replace(/[^\w-]/g, '_');
}

/** The variable that the script of the token call fills; undefined if no call issues a token. */
export function tokenVariable({ token }: Profile): string | undefined {
  return token === undefined ? undefined : variableName(token.token.split('.').at(-1) ?? '');
}

/** The variable with the credential of a security scheme. */
export function schemeVariable(profile: Profile, scheme: string): string {
  const token = profile.token?.scheme === scheme ? tokenVariable(profile) : undefined;
  return token ?? variableName(scheme);
}

/** The variables with the user and the password of a security scheme. */
export function basicVariables(scheme: string): { readonly username: string; readonly password: string } {
  return { username: variableName(`${scheme}_username`), password: variableName(`${scheme}_password`) };
}

/** The credentials that a person gives, and the token. */
export function credentialVariables({ profile, operations }: Model): Variable[] {
  const { token, schemes, security } = profile;
  const used = new Set([security, ...operations.map((operation) => operation.security)].flat(2));
  const rows: Variable[] = [
    row(token?.corpId ?? '', { isSecret: false, inSandbox: 'sandbox-corp' }),
    row(token?.secret ?? '', { inSandbox: 'sandbox-secret' }),
    ...Object.entries(schemes).flatMap(([name, { isBasic, place }]) => {
      if (!used.has(name) || place === 'nowhere') return [];
      if (name === token?.scheme) return [row(schemeVariable(profile, name), { inSandbox: '' })];
      if (!isBasic) return [row(schemeVariable(profile, name))];
      const { username, password } = basicVariables(name);
      return [row(username, { isSecret: false }), row(password)];
    }),
  ];
  return [...new Map(rows.map((variable) => [variable.name, variable])).values()].filter(({ name }) => name);
}

function row(name: string, given: Partial<Variable> = {}): Variable {
  const safe = variableName(name);
  return { name: safe, isSecret: true, inSandbox: `sandbox-${safe}`, ...given };
}
