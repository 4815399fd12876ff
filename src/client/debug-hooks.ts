import type { Hooks } from '../base/hooks.ts';
import { oneLine } from '../base/printable.ts';

/**
 * Creates hooks that write one line for each event, by default to `console.debug`. The lines contain
 * operations, times and error messages, but no arguments, tokens or URLs.
 *
 * @example createWeiban({ hooks: debugHooks() })
 */
export function debugHooks(write: (line: string) => void = (line) => console.debug(line)): Hooks {
  // The server's words are among the messages; they must neither control a terminal nor imitate another line.
  const say = (text: string) => write(`weiban ${oneLine(text)}`);
  const ms = (duration: number) => `${Math.round(duration)} ms`;
  return {
    onRequest: ({ operation, attempt, waited }) =>
      say(`${operation} #${attempt} sent${waited > 1 ? ` after waiting ${ms(waited)}` : ''}`),
    onResponse: ({ operation, attempt, duration, status, error }) =>
      say(
        `${operation} #${attempt} ${status ?? 'no answer'} in ${ms(duration)}${error ? `: ${error.message}` : ''}`,
      ),
    onRetry: ({ operation, attempt, wait }) => say(`${operation} #${attempt} retries in ${ms(wait)}`),
    onWait: ({ operation, reason }) => say(`${operation} waits (${reason})`),
    onToken: ({ reason, duration, lifetime, error, storeError }) => {
      const outcome =
        error || lifetime === undefined ? `failed: ${error}` : `valid for ${Math.round(lifetime / 1000)} s`;
      say(`token (${reason}) in ${ms(duration)}, ${outcome}${storeError ? '; store unavailable' : ''}`);
    },
    onLargeInteger: ({ operation, digits }) => say(`${operation} has a large integer: ${digits}`),
  };
}
