import { tokenRow } from '../../generated/operations.ts';
import {
  corpIdArgument,
  fixesArguments,
  lifetimePath,
  secretArgument,
  takesCorpId,
  takesSecret,
  tokenFixed,
  tokenPath,
  tokenSeconds,
} from '../../generated/profile.ts';
import { WeibanResponseError } from '../base/errors.ts';
import { parseOperation } from '../base/operation-row.ts';
import type { StoredToken } from '../token/index.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';

/**
 * Exchanges the credentials for a token. This is a call like any other, with the client's timeout and
 * retries, but without a caller's signal, because many callers wait for the same request.
 *
 * Rejects with WeibanApiError, WeibanTransportError, WeibanTimeoutError or WeibanResponseError.
 */
export async function issueToken(core: Core): Promise<StoredToken> {
  const { corpId, secret, clock } = core.config;
  // Measured from before the request, so that a slow answer cannot stretch the token's life.
  const issuedAt = clock.now();
  const operation = parseOperation(tokenRow);
  const params = {
    ...(fixesArguments && tokenFixed),
    ...(takesCorpId && { [corpIdArgument]: corpId }),
    ...(takesSecret && { [secretArgument]: secret }),
  };
  const { data, response } = await deliver(core, operation, params, {});
  const token = tokenPath.reduce(memberOf, data);
  // Without a path this is the whole result.
  const answered = lifetimePath.reduce(memberOf, data);
  const seconds = typeof answered === 'number' ? answered : tokenSeconds;
  if (typeof token !== 'string' || !token || !seconds || seconds < 0) {
    // No excerpt: it could contain a token of an unexpected type.
    throw new WeibanResponseError(`${operation.id} gave no usable token; check baseUrl.`, {
      operation: operation.id,
      status: response.status,
      problem: 'token',
    });
  }
  return { token, issuedAt, lifetime: seconds * 1000 };
}

function memberOf(value: unknown, name: string): unknown {
  return Object(value)[name];
}
