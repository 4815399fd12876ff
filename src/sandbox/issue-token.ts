import type { SandboxConfig } from './options.ts';
import { isObject, type JsonObject } from './paths.ts';
import { magicValues } from './scenarios.ts';
import type { Tokens } from './tokens.ts';

/**
 * A successful answer to a request for a token; undefined if the credentials are wrong. A secret or a company id may
 * also be a magic value: the tokens of a magic secret bring its scenario to every call.
 */
export function issueToken(given: unknown, config: SandboxConfig, tokens: Tokens): JsonObject | undefined {
  const { corp_id, secret } = isObject(given) ? given : {};
  const [scenario] = magicValues(secret);
  if (corp_id !== config.corpId && magicValues(corp_id).length === 0) return undefined;
  if (secret !== config.secret && scenario === undefined) return undefined;
  return {
    errcode: 0,
    errmsg: 'ok',
    access_token: tokens.issue(scenario),
    expires_in: config.tokenLifetime,
  };
}
