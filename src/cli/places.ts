import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The path of the credentials file, in XDG_CONFIG_HOME or ~/.config. */
export function credentialsPath(env: Environment): string {
  return join(base(env, 'XDG_CONFIG_HOME', '.config'), 'weiban', 'credentials.json');
}

/** The folder of the token cache, in XDG_CACHE_HOME or ~/.cache. */
export function cacheFolder(env: Environment): string {
  return join(base(env, 'XDG_CACHE_HOME', '.cache'), 'weiban');
}

function base(env: Environment, variable: string, usual: string): string {
  const given = env[variable];
  // The XDG specification says to ignore relative paths.
  if (given && isAbsolute(given)) return given;
  return join(env.HOME || env.USERPROFILE || homedir(), usual);
}
