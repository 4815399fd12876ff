import type { Context, Flags } from '../context.ts';
import { textOf } from '../context.ts';
import { credentialsPath } from '../places.ts';
import { UsageError } from '../usage-error.ts';
import { readCredentials } from './credentials-file.ts';

/** The origin of a setting. */
type Origin = 'flag' | 'environment' | 'file' | 'none';

/** A setting and its origin. */
export interface Setting {
  readonly value: string | undefined;
  readonly origin: Origin;
}

/**
 * The effective settings, each resolved separately: flags win over the environment, and the environment wins over the
 * file. The file counts only if a credential is missing otherwise, because its server belongs to its credentials.
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
  // So a file that others can read is refused only if it is needed.
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
 * The credentials of a call. Accepts a secret in a flag with a warning, because shells keep a history.
 *
 * @throws UsageError if a credential is missing, or the file must not be used.
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
