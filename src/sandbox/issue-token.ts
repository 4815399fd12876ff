import type { SandboxConfig } from './options.ts';
import { isObject, type JsonObject } from './paths.ts';
import { magicValues } from './scenarios.ts';
import type { Tokens } from './tokens.ts';

/** A successful answer to a request for a token; undefined for credentials that are not the company's. */
export function issueToken(
  args: JsonObject,
  { corpId, secret, tokenLifetime }: SandboxConfig,
  tokens: Tokens,
): JsonObject | undefined {
  const given = isObject(args) ? args : {};
  // A secret that is a scenario is good, and its tokens bring the scenario to every call.
  const [scenario] = magicValues(given.secret);
  const isMagicCorp = magicValues(given.corp_id).length > 0;
  if (!isMagicCorp && given.corp_id !== corpId) return undefined;
  if (scenario === undefined && given.secret !== secret) return undefined;
  return { errcode: 0, errmsg: 'ok', access_token: tokens.issue(scenario), expires_in: tokenLifetime };
}
