import { remedyFor } from '../base/documented-codes.ts';
import { createEmit } from '../base/hooks.ts';
import { createRedactor } from '../base/redact.ts';
import { createLimiter } from '../limits/index.ts';
import { createTokenSource } from '../token/index.ts';
import { createAttempt } from './attempt.ts';
import { resolveConfig, type WeibanOptions } from './config.ts';
import type { Core } from './core.ts';
import { createDispatch } from './dispatch.ts';
import { issueToken } from './issue-token.ts';
import { createSend } from './send.ts';

/**
 * Creates the shared parts of a client.
 *
 * @throws WeibanConfigError if the options are not usable.
 */
export function createCore(options: WeibanOptions): Core {
  const config = resolveConfig(options);
  const { corpId, secret, store, quotas, clock, gate } = config;
  const redactor = createRedactor(secret);
  const emit = createEmit(config.hooks, redactor);
  // The core itself requests the token: the only call that needs no token.
  const issue = () => issueToken(core);
  const tokens = createTokenSource({ corpId, secret, issue, store, clock, emit, redactor });
  const isLimitCode = (code: number) => remedyFor(code) === 'wait';
  const limiter = createLimiter({ company: corpId, quotas, clock, gate, isLimitCode });
  const attempt = createAttempt({ send: createSend(config, redactor), limiter, redactor, clock });
  const core: Core = {
    config,
    redactor,
    emit,
    dispatch: createDispatch({ config, tokens, attempt, emit }),
  };
  return core;
}
