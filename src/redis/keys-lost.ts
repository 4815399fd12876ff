/** The code of the error that `onAway` gets when Redis lost keys although it was available. */
export const KEYS_LOST = 'WEIBAN_KEYS_LOST';

/** Creates the error for a Redis that answers and no longer has what this process stored in it. */
export function keysLostError(): Error {
  const message =
    'Redis has lost keys: it was flushed or evicted them; give it enough memory and maxmemory-policy noeviction';
  return Object.assign(new Error(message), { code: KEYS_LOST });
}
