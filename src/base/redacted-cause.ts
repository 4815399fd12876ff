import type { Redactor } from './redact.ts';

/**
 * Copies an error into a new one, redacted. An error of `fetch` can contain the whole URL in its message, its
 * `cause` and its `input`; an error of a store can contain the token in the command that failed. Keeps the
 * innermost name, code and message, because that is where Node says why.
 */
export function redactedCause(error: unknown, redactor: Redactor): Error {
  let inner: { message?: unknown; name?: unknown; code?: unknown; cause?: unknown } = Object(error);
  for (let depth = 0; depth < 5 && inner.cause instanceof Error; depth++) inner = inner.cause;
  const { name, code, message } = inner;
  const cause = new Error(redactor.excerpt(String(message || code || name)));
  return Object.assign(cause, {
    name: redactor.redact(String(name)),
    code: code && redactor.redact(String(code)),
  });
}
