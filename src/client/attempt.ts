import type { Clock } from '../base/clock.ts';
import { readEnvelope } from '../base/envelope.ts';
import { isWeibanError } from '../base/errors.ts';
import type { Tell } from '../base/hooks.ts';
import type { Redactor } from '../base/redact.ts';
import type { Limiter } from '../limits/index.ts';
import type { CallPlan } from './call-plan.ts';
import { withDeadline } from './deadline.ts';
import type { Outcome } from './outcome.ts';
import type { Send } from './send.ts';
import { toError } from './to-error.ts';

/** Sends a call's request once, when its turn has come. Rejects with the signal's reason and with WeibanLimitError. */
export type Attempt = (
  plan: CallPlan,
  token: string | undefined,
  tell: Tell,
  number: number,
) => Promise<Outcome>;

interface AttemptOptions {
  readonly send: Send;
  readonly limiter: Limiter;
  readonly redactor: Redactor;
  readonly clock: Clock;
}

/** An attempt over the parts of one client. */
export function createAttempt({ send, limiter, redactor, clock }: AttemptOptions): Attempt {
  const exchange = async (plan: CallPlan, token: string | undefined): Promise<Outcome> => {
    const { operation, request, attemptTimeout: timeout, signal } = plan;
    const { id } = operation;
    try {
      const reply = await withDeadline({ operation: id, timeout, signal, clock }, (ends) =>
        send(request, { operation: id, token, signal: ends }),
      );
      const reading = readEnvelope(operation.envelope, reply);
      const error = reading.kind === 'success' ? undefined : toError(operation, reply, reading, redactor);
      return { reply, reading, error };
    } catch (error) {
      if (signal.aborted || !isWeibanError(error)) throw error;
      return { error };
    }
  };

  return async (plan, token, tell, attempt) => {
    const asked = clock.now();
    const leave = await limiter.enter({ ...plan, onWait: (reason) => tell('onWait', { reason }) });
    const begun = clock.now();
    tell('onRequest', { attempt, waited: begun - asked });
    let outcome: Outcome | undefined;
    try {
      outcome = await exchange(plan, token);
    } finally {
      // An answer of Weiban's own shows that the call was let through, or that it was not.
      leave(outcome?.error ? outcome.error.code : outcome && 0);
    }
    const { error, reply } = outcome;
    tell('onResponse', { attempt, duration: clock.now() - begun, status: reply?.status, error });
    return outcome;
  };
}
