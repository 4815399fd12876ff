import type { Caller } from '../../generated/client.ts';
import type { Operation } from '../base/operation.ts';
import type { WeibanOptions } from '../client/index.ts';
import { createCaller, debugHooks } from '../client/index.ts';
import { resolveCredentials } from './config/resolve-credentials.ts';
import { type Context, type Flags, textOf } from './context.ts';
import { openTokenCache } from './token-cache.ts';
import { UsageError } from './usage-error.ts';

/** The alternatives of security schemes of which a call needs one. */
type Security = Operation['security'];

/**
 * Creates a caller with the effective credentials and the token cache. Sends nothing yet.
 *
 * @throws UsageError or WeibanConfigError if a setting is missing or invalid.
 */
export async function connect(context: Context, flags: Flags, security?: Security): Promise<Caller> {
  return createCaller(await clientOptions(context, flags, security));
}

/** The options of the client for one run of the command. */
export async function clientOptions(
  context: Context,
  flags: Flags,
  security?: Security,
): Promise<WeibanOptions> {
  const { stderr, env } = context;
  const credentials = await resolveCredentials(context, flags, security);
  const seconds = textOf(flags, 'timeout');
  if (seconds !== undefined && !(Number(seconds) > 0)) {
    throw new UsageError('badValue', { flag: '--timeout', given: seconds, type: 'number' });
  }
  return {
    ...credentials,
    allowHttp: flags.allowHttp === true || env.WEIBAN_ALLOW_HTTP === '1',
    timeout: seconds === undefined ? undefined : Number(seconds) * 1000,
    tokens: flags.tokenCache === false ? undefined : await openTokenCache(env, credentials.baseUrl),
    hooks: flags.verbose ? debugHooks((line) => stderr.write(`${line}\n`)) : undefined,
  };
}
