import { usesStatus } from '../../generated/profile.ts';
import type { Clock } from '../base/clock.ts';
import { readAnswer, readEnvelope } from '../base/envelope.ts';
import { isWeibanError } from '../base/errors.ts';
import type { Notify } from '../base/hooks.ts';
import type { Redactor } from '../base/redact.ts';
import type { Limiter } from '../limits/index.ts';
import type { CallPlan } from './call-plan.ts';
import { withDeadline } from './deadline.ts';
import type { Outcome } from './outcome.ts';
import type { Send } from './send.ts';
import { toError } from './to-error.ts';

/** Waits for a call's turn and sends its request once. Rejects with WeibanLimitError or the signal's reason. */
export type Attempt = (
  plan: CallPlan,
  token: string | undefined,
  notify: Notify,
  number: number,
) => Promise<Outcome>;

interface AttemptOptions {
  readonly send: Send;
  readonly limiter: Limiter;
  readonly redactor: Redactor;
  readonly clock: Clock;
}

/** Creates the attempt function of one client. */
export function createAttempt({ send, limiter, redactor, clock }: AttemptOptions): Attempt {
  const exchange = async (plan: CallPlan, token: string | undefined): Promise<Outcome> => {
    const { operation, request, attemptTimeout: timeout, signal } = plan;
    const { id } = operation;
    try {
      const reply = await withDeadline({ operation: id, timeout, signal, clock }, (attemptSignal) =>
        send(request, { operation, token, signal: attemptSignal }),
      );
      const reading = usesStatus ? readAnswer(operation, reply) : readEnvelope(operation.envelope, reply);
      const error = reading.kind === 'success' ? undefined : toError(operation, reply, reading, redactor);
      return { reply, reading, error };
    } catch (error) {
      if (signal.aborted || !isWeibanError(error)) throw error;
      return { error };
    }
  };

  return async (plan, token, notify, attempt) => {
    const queuedAt = clock.now();
    const leave = await limiter.enter({ ...plan, onWait: (reason) => notify('onWait', { reason }) });
    const sentAt = clock.now();
    notify('onRequest', { attempt, waited: sentAt - queuedAt });
    let outcome: Outcome | undefined;
    try {
      outcome = await exchange(plan, token);
    } finally {
      // The code of Weiban's answer, 0 for a success, undefined without an answer.
      leave(outcome?.error ? outcome.error.code : outcome && 0);
    }
    const { error, reply } = outcome;
    notify('onResponse', { attempt, duration: clock.now() - sentAt, status: reply?.status, error });
    return outcome;
  };
}
