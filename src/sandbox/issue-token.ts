import type { SandboxConfig } from './options.ts';
import { isObject, type JsonObject } from './paths.ts';
import { magicValues } from './scenarios.ts';
import type { Tokens } from './tokens.ts';

/**
 * A successful answer to a request for a token; undefined for credentials that are not the company's. A secret that is a
 * scenario is good, and its tokens bring the scenario to every call; a company that is one is good as well.
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
