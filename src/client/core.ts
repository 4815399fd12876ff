import { issueToken } from '../token/issue-token.ts';
import { createTokenSource } from '../token/token-source.ts';
import { type Config, resolveConfig, type WeibanOptions } from './config.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { createSend } from './send.ts';

/** What every form of the client is built on. It lives in closures only, so that printing a client shows no secret. */
export interface Core {
  readonly config: Config;
  readonly redactor: Redactor;
  readonly dispatch: Dispatch;
}

/** @throws WeibanConfigError when the options are not usable. */
export function createCore(options: WeibanOptions): Core {
  const config = resolveConfig(options);
  const redactor = createRedactor(config.secret);
  // The token is asked for through the core itself: the one call that needs none.
  const tokens = createTokenSource({ issue: () => issueToken(core) });
  const core: Core = { config, redactor, dispatch: createDispatch(createSend(config, redactor), tokens) };
  return core;
}
