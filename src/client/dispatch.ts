import { usesSchemes, waitsAsAsked } from '../../generated/profile.ts';
import { sleep } from '../base/clock.ts';
import { remedyFor } from '../base/documented-codes.ts';
import type { Emit, Notify } from '../base/hooks.ts';
import type { Operation } from '../base/operation.ts';
import type { TokenSource } from '../token/index.ts';
import type { Attempt } from './attempt.ts';
import type { CallPlan } from './call-plan.ts';
import type { Config } from './config.ts';
import type { Answer, Outcome } from './outcome.ts';
import { askedWait, waitBeforeRetry } from './retry.ts';
import { carriesToken } from './schemes.ts';

/**
 * Sends one call's request with a valid token, and again if necessary. Methods, functions, `http` and `fetch`
 * all use the same dispatch function.
 *
 * Rejects with the error of the last attempt if there was no answer, with WeibanLimitError, or with the
 * signal's reason.
 */
export type Dispatch = (plan: CallPlan) => Promise<Answer>;

interface DispatchOptions {
  readonly config: Config;
  readonly tokens: TokenSource;
  readonly attempt: Attempt;
  readonly emit: Emit;
}

/** Creates the dispatch function of one client. */
export function createDispatch({ config, tokens, attempt, emit }: DispatchOptions): Dispatch {
  const { clock, rejectedTokenCodes } = config;
  const needsToken = (operation: Operation) =>
    usesSchemes ? carriesToken(operation, config.credentials) : operation.needsToken;

  /** What follows a request: another one with a new token or after so many milliseconds, or undefined for nothing. */
  const stepAfter = (plan: CallPlan, outcome: Outcome, retries: number, mayRenew: boolean) => {
    const code = outcome.error?.code;
    const remedy = rejectedTokenCodes.includes(code) ? 'refresh-token' : remedyFor(code);
    // Weiban did not execute a refused request, so even a write is sent again, and it does not count as a retry.
    if (remedy === 'refresh-token' && mayRenew) return 'renew';
    if (remedy === 'wait' && plan.retry > 0) return waitsAsAsked ? askedBy(outcome, clock.now()) : 0;
    return waitBeforeRetry(plan, outcome, retries, clock.now());
  };

  return async (plan) => {
    const { operation, params, signal } = plan;
    const notify: Notify = (name, event) => emit?.(name, { operation: operation.id, params, ...event });
    let hasRenewed = false;
    let retries = 0;
    for (let number = 1; ; number++) {
      const token = needsToken(operation) ? await tokens.get() : undefined;
      const outcome = await attempt(plan, token, notify, number);
      const step = stepAfter(plan, outcome, retries, token !== undefined && !hasRenewed);
      if (step === undefined) {
        if (outcome.reply) return outcome;
        throw outcome.error;
      }
      notify('onRetry', { attempt: number, error: outcome.error, wait: Number(step) || 0 });
      if (step === 'renew') {
        hasRenewed = true;
        await tokens.renew(String(token));
      } else if (step > 0) {
        retries++;
        await sleep(clock, step, signal);
      }
    }
  };
}

/** The milliseconds that an answer asks to wait, at most a minute; 0 if it does not ask. */
function askedBy({ reply }: Outcome, now: number): number {
  const asked = reply ? askedWait(reply.headers, now) : 0;
  return asked > 0 ? Math.min(asked, 60_000) : 0;
}
