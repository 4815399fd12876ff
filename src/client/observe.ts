import { answersBeside, tokenOperation } from '../../generated/profile.ts';
import type { ObservedAnswer } from '../base/observer.ts';
import type { Operation } from '../base/operation.ts';
import { withoutSecrets } from '../base/redact.ts';
import type { Core } from './core.ts';
import type { Answer } from './outcome.ts';

/**
 * Passes an answer to the observers, one after the other. Skips the answer that contains a token, an answer that is not from Weiban, and one that is not
 * JSON.
 */
export async function observe(
  { config: { observers }, redactor }: Core,
  operation: Operation,
  { reply: { status, text }, reading: { kind } }: Answer,
  params: object | undefined,
): Promise<void> {
  if (observers.length === 0 || operation.id === tokenOperation || kind === 'unreadable') return;
  if (answersBeside && operation.answer !== 'json') return;
  const answer: ObservedAnswer = {
    operation: operation.id,
    params: withoutSecrets(params, redactor),
    status,
    text: redactor.redact(text),
    isSuccess: kind === 'success',
  };
  for (const observer of observers) await observer(answer);
}
