import type { Hooks } from '../base/hooks.ts';

/**
 * Hooks that write one line for each thing that happens, `console.debug` when no `write` is given. The lines hold
 * operations, times and the errors' sentences; no argument, no token, no URL.
 *
 * @example createWeiban({ hooks: debugHooks() })
 */
export function debugHooks(write: (line: string) => void = (line) => console.debug(line)): Hooks {
  const say = (text: string) => write(`weiban ${text}`);
  const ms = (duration: number) => `${Math.round(duration)} ms`;
  return {
    onRequest: ({ operation, attempt, waited }) =>
      say(`${operation} #${attempt} goes out${waited > 1 ? ` after waiting ${ms(waited)}` : ''}`),
    onResponse: ({ operation, attempt, duration, status, error }) =>
      say(
        `${operation} #${attempt} ${status ?? 'no answer'} in ${ms(duration)}${error ? `: ${error.message}` : ''}`,
      ),
    onRetry: ({ operation, attempt, wait }) => say(`${operation} #${attempt} is sent again in ${ms(wait)}`),
    onWait: ({ operation, reason }) => say(`${operation} waits (${reason})`),
    onToken: ({ reason, duration, lifetime, error, storeError }) => {
      const outcome =
        error || lifetime === undefined ? `failed: ${error}` : `good for ${Math.round(lifetime / 1000)} s`;
      say(`token (${reason}) in ${ms(duration)}, ${outcome}${storeError ? '; its store is away' : ''}`);
    },
    onLargeInteger: ({ operation, digits }) => say(`${operation} answered a large integer: ${digits}`),
  };
}
