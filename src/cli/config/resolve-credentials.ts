import type { Context, Flags } from '../context.ts';
import { textOf } from '../context.ts';
import { longName } from '../flag-name.ts';
import { credentialsPath } from '../places.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { type CredentialRow, credentialRows } from './credential-rows.ts';
import { readCredentials } from './credentials-file.ts';

/** The origin of a setting. */
type Origin = 'flag' | 'environment' | 'file' | 'none';

/** A setting and its origin. */
export interface Setting {
  readonly value: string | undefined;
  readonly origin: Origin;
}

/** The credentials of a call, as the options of the client, and the server. */
export interface ResolvedCredentials {
  readonly corpId?: string;
  readonly secret?: string;
  /** By security scheme. */
  readonly credentials?: Readonly<Record<string, string | { username: string; password: string }>>;
  readonly baseUrl: string | undefined;
}

/**
 * The effective settings, each resolved separately: flags win over the environment, and the environment wins over the
 * file. The file counts only if a credential is missing otherwise, because its server belongs to its credentials.
 */
export async function settingsOf(
  { env }: Pick<Context, 'env'>,
  flags: Flags,
  rows: readonly CredentialRow[] = credentialRows,
) {
  const outside = (name: string, variable: string): Setting => {
    const flagged = textOf(flags, name);
    if (flagged) return { value: flagged, origin: 'flag' };
    return env[variable]
      ? { value: env[variable], origin: 'environment' }
      : { value: undefined, origin: 'none' };
  };
  const given = rows.map((row) => ({ ...row, ...outside(row.name, row.variable) }));
  // So a file that others can read is refused only if it is needed.
  const file = isEnough(given) ? undefined : await readCredentials(credentialsPath(env));
  const orFile = (name: string, setting: Setting): Setting =>
    setting.value === undefined && file?.[name] ? { value: file[name], origin: 'file' } : setting;
  return {
    credentials: given.map((row) => ({ ...row, ...orFile(row.name, row) })),
    baseUrl: orFile('baseUrl', outside('baseUrl', 'WEIBAN_BASE_URL')),
  };
}

/** Whether every option of the token call is given, and a credential for some other scheme if there are any. */
function isEnough(given: readonly (CredentialRow & Setting)[]): boolean {
  const others = given.filter(({ scheme }) => scheme !== undefined);
  const isGiven = ({ value }: Setting) => value !== undefined;
  return (
    given.every((row) => row.scheme !== undefined || isGiven(row)) &&
    (others.length === 0 || others.some(isGiven))
  );
}

/**
 * The credentials of a call. Accepts a secret in a flag with a warning, because shells keep a history.
 *
 * @param security the alternatives of which the call needs one; without it, what the token call needs is enough.
 * @throws UsageError if a credential is missing, or the file must not be used.
 */
export async function resolveCredentials(
  context: Context,
  flags: Flags,
  security: readonly (readonly string[])[] = [],
  rows: readonly CredentialRow[] = credentialRows,
): Promise<ResolvedCredentials> {
  const { say, env } = context;
  const { credentials, baseUrl } = await settingsOf(context, flags, rows);
  for (const { isSecret, origin, variable, flag } of credentials) {
    if (isSecret && origin === 'flag')
      tell(context, say('secretInFlag', { variable, flag: `--${longName(flag.flags)}` }));
  }
  const missing = missingOf(credentials, security);
  if (missing !== '') throw new UsageError('noCredentials', { missing, path: credentialsPath(env) });
  const own = credentials.filter(({ scheme }) => scheme === undefined);
  return {
    ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
    ...(own.length < credentials.length && { credentials: bySchemes(credentials) }),
    baseUrl: baseUrl.value,
  };
}

/** The variables to set; for several alternatives, those of each. */
function missingOf(
  credentials: readonly (CredentialRow & Setting)[],
  security: readonly (readonly string[])[],
): string {
  const missing = credentials.filter(({ value }) => value === undefined);
  const own = missing.filter(({ scheme }) => scheme === undefined).map(({ variable }) => variable);
  if (own.length > 0) return own.join(', ');
  const alternatives = security.map((names) =>
    missing.filter(({ scheme = '' }) => names.includes(scheme)).map(({ variable }) => variable),
  );
  if (alternatives.some(({ length }) => length === 0)) return '';
  return alternatives.map((variables) => variables.join(', ')).join(' / ');
}

function bySchemes(credentials: readonly (CredentialRow & Setting)[]) {
  const given: Record<string, string | { username: string; password: string }> = {};
  const halfOf = (name: string, part: CredentialRow['half']) =>
    credentials.find(({ scheme, half }) => scheme === name && half === part)?.value;
  for (const { scheme, half, value } of credentials) {
    if (scheme === undefined || value === undefined) continue;
    if (half === undefined) given[scheme] = value;
    const [username, password] = [halfOf(scheme, 'username'), halfOf(scheme, 'password')];
    if (username !== undefined && password !== undefined) given[scheme] = { username, password };
  }
  return given;
}
