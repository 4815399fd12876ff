import type { Operation } from './operation.ts';
import type { Answer } from './outcome.ts';
import { type Redactor, withoutSecrets } from './redact.ts';

/** A whole answer of Weiban's as it came, envelope included; where it gives a token or the secret back, less those. */
export interface ObservedAnswer {
  /** The operationId; the path in camel case for a call by a path that the specification does not know. */
  readonly operation: string;
  /** The arguments; undefined for a call through `http` or `fetch`, and where the secret is among them. */
  readonly params: object | undefined;
  /** The HTTP status. */
  readonly status: number;
  /** The body, not parsed: whole numbers beyond 2^53 still have all their digits in it. */
  readonly text: string;
  /** Whether the envelope says success. */
  readonly isSuccess: boolean;
}

/**
 * Looks at the answers of a client before its caller gets them, and is waited for. A call rejects with what an observer
 * throws.
 */
export type AnswerObserver = (answer: ObservedAnswer) => void | Promise<void>;

/**
 * Shows an answer to the observers, one after the other. An answer to a call without a token is shown to nobody: it is
 * the one that brings the token. Nor is what is no answer of Weiban's.
 */
export async function observe(
  { observers, redactor }: { readonly observers: readonly AnswerObserver[]; readonly redactor: Redactor },
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
  for (const each of observers) await each(answer);
}
