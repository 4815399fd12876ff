import type { Clock } from '../base/clock.ts';
import type { Emit, TokenEvent } from '../base/hooks.ts';
import type { Redactor } from '../base/redact.ts';
import { redactedCause } from '../base/redacted-cause.ts';
import type { StoredToken, TokenStore } from './token-store.ts';

/** Provides the token for the calls of one client. */
export interface TokenSource {
  /** Resolves to a token that is valid as far as this client knows. */
  get(): Promise<string>;
  /** Resolves to a token other than the one that Weiban rejected. */
  renew(rejected: string): Promise<string>;
}

type Draft = { -readonly [K in keyof TokenEvent]?: TokenEvent[K] };

/** Options of {@link createTokenSource}. */
interface TokenSourceOptions {
  readonly corpId: string;
  readonly secret: string;
  /** Requests a new token from Weiban. Must settle eventually, because every call waits for it. */
  readonly issue: () => Promise<StoredToken>;
  /** Where tokens are kept in addition to this process's memory. */
  readonly store?: TokenStore | undefined;
  readonly clock: Clock;
  readonly emit?: Emit;
  /** Learns every token. */
  readonly redactor: Redactor;
}

// Public clients renew a token 60 to 300 seconds before it expires. A short-lived token is used for most of its life.
const MARGIN_MS = 300_000;
const MARGIN_SHARE = 0.1;
// The time between attempts to renew a token that is still valid.
const PATIENCE_MS = 30_000;

/**
 * Creates a source that keeps one token. However many callers wait, Weiban gets one request. Shortly before a
 * token expires it is renewed, while calls still use the old one. A failure rejects the callers that waited
 * and is not remembered: the next call requests a token again.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { corpId, secret, issue, store, clock, emit, redactor } = options;
  let current: StoredToken | undefined;
  let pending: Promise<string> | undefined;
  let renewNoSooner = 0;

  // A token from a machine whose clock is ahead counts as just issued.
  const remaining = ({ issuedAt, lifetime }: StoredToken) => lifetime - Math.max(0, clock.now() - issuedAt);
  const isNew = (token: StoredToken) => remaining(token) > Math.min(MARGIN_MS, token.lifetime * MARGIN_SHARE);

  const obtain = async (rejected: string | undefined, event: Draft): Promise<StoredToken> => {
    if (!store) return issue();
    let issuing: Promise<StoredToken> | undefined;
    const usable = (stored: StoredToken | undefined) =>
      stored && stored.token !== rejected && isNew(stored) ? stored : undefined;
    const change = async (stored: StoredToken | undefined) => {
      const found = usable(stored);
      if (found) return found;
      issuing = issue();
      return issuing;
    };
    try {
      const key = await keyOf(corpId, secret);
      // Read without the lock first: its holder may be waiting for Weiban.
      return usable(await store.read(key)) ?? (await store.update(key, change));
    } catch (error) {
      // The caller gets a failed request for a token, but not a failure of the store: the client uses the
      // token unstored.
      const token = await (issuing ?? issue());
      redactor.learn(token.token);
      event.storeError = redactedCause(error, redactor);
      return token;
    }
  };

  const refresh = (reason: TokenEvent['reason'], rejected?: string) => {
    pending ??= (async () => {
      const startedAt = clock.now();
      const event: Draft = { reason };
      try {
        const token = await obtain(rejected, event);
        redactor.learn(token.token);
        // Never replace a newer token with an older one, whatever the store returns.
        if (!current || current.token === rejected || token.issuedAt >= current.issuedAt) current = token;
        event.lifetime = remaining(current);
        return current.token;
      } catch (error) {
        event.error = error;
        throw error;
      } finally {
        pending = undefined;
        emit?.('onToken', { ...event, duration: clock.now() - startedAt });
      }
    })();
    return pending;
  };

  return {
    async get() {
      if (!current) return refresh('missing');
      if (remaining(current) <= 0) return refresh('expiring');
      if (!isNew(current) && clock.now() >= renewNoSooner) {
        // A failure here concerns nobody yet, because the token is still valid.
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

/** The key of a company and its secret in a store. Reveals neither of them. */
async function keyOf(corpId: string, secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${corpId} ${secret}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
