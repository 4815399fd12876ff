import { corpIdArgument, lifetimePath, secretArgument, tokenPath } from '../../generated/profile.ts';
import { answerWith } from '../base/envelope.ts';
import { isObject } from '../base/is-object.ts';
import type { Operation } from '../base/operation.ts';
import type { SandboxConfig } from './options.ts';
import { type JsonObject, setAt } from './paths.ts';
import { magicValues } from './scenarios.ts';
import type { Tokens } from './tokens.ts';

/**
 * A successful answer to a request for a token; undefined if the credentials are wrong. A secret or a company id may
 * also be a magic value: the tokens of a magic secret bring its scenario to every call.
 */
export function issueToken(
  operation: Operation,
  given: unknown,
  config: SandboxConfig,
  tokens: Tokens,
): unknown {
  const args: JsonObject = isObject(given) ? given : {};
  const corpId = corpIdArgument === '' ? config.corpId : args[corpIdArgument];
  const secret = secretArgument === '' ? config.secret : args[secretArgument];
  const [scenario] = magicValues(secret);
  if (corpId !== config.corpId && magicValues(corpId).length === 0) return undefined;
  if (secret !== config.secret && scenario === undefined) return undefined;
  const result: JsonObject = {};
  setAt(result, tokenPath.join('.'), tokens.issue(scenario));
  if (lifetimePath.length > 0) setAt(result, lifetimePath.join('.'), config.tokenLifetime);
  return answerWith(operation, result);
}
