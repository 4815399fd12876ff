import type { Clock } from '../base/clock.ts';
import type { Emit, TokenEvent } from '../base/hooks.ts';
import type { Redactor } from '../base/redact.ts';
import { redactedCause } from '../base/redacted-cause.ts';
import type { StoredToken, TokenStore } from './token-store.ts';

/** Where the calls of one client take their token from. */
export interface TokenSource {
  /** A token that is valid as far as is known. */
  get(): Promise<string>;
  /** Another token than the one that Weiban rejected. */
  renew(rejected: string): Promise<string>;
}

type Draft = { -readonly [K in keyof TokenEvent]?: TokenEvent[K] };

/** What a token source works with. */
interface TokenSourceOptions {
  readonly corpId: string;
  readonly secret: string;
  /** Asks Weiban for a new token. Must settle in the end, for every call waits for it. */
  readonly issue: () => Promise<StoredToken>;
  /** Where tokens are kept beside this process's memory. */
  readonly store?: TokenStore | undefined;
  readonly clock: Clock;
  readonly emit?: Emit;
  /** Told of every token. */
  readonly redactor: Redactor;
}

// Public clients renew 60 to 300 seconds ahead of the end; a short-lived token keeps most of its life.
const MARGIN_MS = 300_000;
const MARGIN_SHARE = 0.1;
// After a renewal ahead of the end has failed.
const PATIENCE_MS = 30_000;

/**
 * Keeps one token. However many callers wait, Weiban is asked once; near its end a token is renewed while it still
 * serves. A failure goes to those who waited and is not kept: the next call asks again.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { corpId, secret, issue, store, clock, emit, redactor } = options;
  let current: StoredToken | undefined;
  let pending: Promise<string> | undefined;
  let renewNoSooner = 0;

  // A token from a machine whose clock is ahead is taken for one that was just issued.
  const left = ({ issuedAt, lifetime }: StoredToken) => lifetime - Math.max(0, clock.now() - issuedAt);
  const isNew = (token: StoredToken) => left(token) > Math.min(MARGIN_MS, token.lifetime * MARGIN_SHARE);

  const obtain = async (rejected: string | undefined, event: Draft): Promise<StoredToken> => {
    if (!store) return issue();
    let asked: Promise<StoredToken> | undefined;
    const good = (stored: StoredToken | undefined) =>
      stored && stored.token !== rejected && isNew(stored) ? stored : undefined;
    const change = async (stored: StoredToken | undefined) => {
      const found = good(stored);
      if (found) return found;
      asked = issue();
      return asked;
    };
    try {
      const key = await keyOf(corpId, secret);
      // Without a turn first: whoever has it may be asking Weiban.
      return good(await store.read(key)) ?? (await store.update(key, change));
    } catch (error) {
      // A failure to issue is the caller's; one of the store is not, and a token that was issued serves unstored.
      const token = await (asked ?? issue());
      redactor.learn(token.token);
      event.storeError = redactedCause(error, redactor);
      return token;
    }
  };

  const refresh = (reason: TokenEvent['reason'], rejected?: string) => {
    pending ??= (async () => {
      const begun = clock.now();
      const event: Draft = { reason };
      try {
        const token = await obtain(rejected, event);
        redactor.learn(token.token);
        // Never an older one in place of a newer one, whatever the store gives.
        if (!current || current.token === rejected || token.issuedAt >= current.issuedAt) current = token;
        event.lifetime = left(current);
        return current.token;
      } catch (error) {
        event.error = error;
        throw error;
      } finally {
        pending = undefined;
        emit?.('onToken', { ...event, duration: clock.now() - begun });
      }
    })();
    return pending;
  };

  return {
    async get() {
      if (!current) return refresh('missing');
      if (left(current) <= 0) return refresh('expiring');
      if (!isNew(current) && clock.now() >= renewNoSooner) {
        // A failure here is nobody's yet: the token still serves.
        renewNoSooner = clock.now() + PATIENCE_MS;
        refresh('expiring').catch(() => undefined);
      }
      return current.token;
    },
    async renew(rejected) {
      return current && current.token !== rejected ? current.token : refresh('rejected', rejected);
    },
  };
}

/** Tells companies and secrets apart in a store, and gives neither away. */
async function keyOf(corpId: string, secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${corpId} ${secret}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
