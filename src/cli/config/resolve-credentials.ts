import type { Context, Flags } from '../context.ts';
import { textOf } from '../context.ts';
import { credentialsPath } from '../places.ts';
import { UsageError } from '../usage-error.ts';
import { readCredentials } from './credentials-file.ts';

/** Where a setting comes from. */
type Origin = 'flag' | 'environment' | 'file' | 'none';

/** A setting and its origin. */
export interface Setting {
  readonly value: string | undefined;
  readonly origin: Origin;
}

/**
 * The settings in force: flags over the environment over the file, each on its own. The file counts only where a
 * credential is wanting without it: the server that it names is the one that its credentials are for.
 */
export async function settingsOf({ env }: Pick<Context, 'env'>, flags: Flags) {
  const flagged = {
    corpId: textOf(flags, 'corpId'),
    secret: textOf(flags, 'secret'),
    baseUrl: textOf(flags, 'baseUrl'),
  };
  const surroundings = {
    corpId: env.WEIBAN_CORP_ID,
    secret: env.WEIBAN_SECRET,
    baseUrl: env.WEIBAN_BASE_URL,
  };
  const areGiven = (name: keyof typeof flagged) => flagged[name] || surroundings[name];
  // So a file that is open to others is refused only where something in it is needed.
  const isNeeded = !areGiven('corpId') || !areGiven('secret');
  const file = isNeeded ? await readCredentials(credentialsPath(env)) : undefined;
  const setting = (name: keyof typeof flagged): Setting => {
    if (flagged[name]) return { value: flagged[name], origin: 'flag' };
    if (surroundings[name]) return { value: surroundings[name], origin: 'environment' };
    return file?.[name] ? { value: file[name], origin: 'file' } : { value: undefined, origin: 'none' };
  };
  return { corpId: setting('corpId'), secret: setting('secret'), baseUrl: setting('baseUrl') };
}

/**
 * The credentials of a call. A secret in a flag is taken, and warned of: shells keep what is typed.
 *
 * @throws UsageError where one is missing, or the file must not be used.
 */
export async function resolveCredentials(context: Context, flags: Flags) {
  const { stderr, say, env } = context;
  const { corpId, secret, baseUrl } = await settingsOf(context, flags);
  if (secret.origin === 'flag') stderr.write(`weiban: ${say('secretInFlag')}\n`);
  if (!corpId.value || !secret.value) {
    const missing = [!corpId.value && 'WEIBAN_CORP_ID', !secret.value && 'WEIBAN_SECRET'].filter(Boolean);
    throw new UsageError('noCredentials', { missing: missing.join(', '), path: credentialsPath(env) });
  }
  return { corpId: corpId.value, secret: secret.value, baseUrl: baseUrl.value };
}
