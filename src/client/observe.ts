import type { ObservedAnswer } from '../base/observer.ts';
import type { Operation } from '../base/operation.ts';
import { withoutSecrets } from '../base/redact.ts';
import type { Core } from './core.ts';
import type { Answer } from './outcome.ts';

/**
 * Passes an answer to the observers, one after the other. Skips the answer to a call without a token, because
 * it contains the token, and an answer that is not from Weiban.
 */
export async function observe(
  { config: { observers }, redactor }: Core,
  { id, needsToken }: Operation,
  { reply: { status, text }, reading: { kind } }: Answer,
  params: object | undefined,
): Promise<void> {
  if (observers.length === 0 || !needsToken || kind === 'unreadable') return;
  const answer: ObservedAnswer = {
    operation: id,
    params: withoutSecrets(params, redactor),
    status,
    text: redactor.redact(text),
    isSuccess: kind === 'success',
  };
  for (const observer of observers) await observer(answer);
}
