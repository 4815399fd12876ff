import { createLimiter } from '../limits/limiter.ts';
import { issueToken } from '../token/issue-token.ts';
import { createTokenSource } from '../token/token-source.ts';
import { createAttempt } from './attempt.ts';
import { resolveConfig, type WeibanOptions } from './config.ts';
import type { Core } from './core.ts';
import { createDispatch } from './dispatch.ts';
import { remedyFor } from './failure.ts';
import { createEmit } from './hooks.ts';
import { createRedactor } from './redact.ts';
import { createSend } from './send.ts';

/** @throws WeibanConfigError when the options are not usable. */
export function createCore(options: WeibanOptions): Core {
  const config = resolveConfig(options);
  const { corpId, secret, store, quotas, clock, gate } = config;
  const redactor = createRedactor(secret);
  const emit = createEmit(config.hooks, redactor);
  // The token is asked for through the core itself: the one call that needs none.
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
