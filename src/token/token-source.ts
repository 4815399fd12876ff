/** A token as Weiban issues it. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds from the moment it was asked for. */
  readonly lifetime: number;
}

/** Where the calls of one client take their token from. */
export interface TokenSource {
  /** A token that is valid as far as is known. */
  get(): Promise<string>;
  /** Another token than the one that Weiban rejected. */
  renew(rejected: string): Promise<string>;
}

/** What a token source works with. */
export interface TokenSourceOptions {
  /** Asks Weiban for a new token. Must settle in the end, for every call waits for it. */
  readonly issue: () => Promise<IssuedToken>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

// Public clients renew 60 to 300 seconds ahead of the end; a short-lived token keeps most of its life.
const MARGIN_MS = 300_000;
const MARGIN_SHARE = 0.1;

/**
 * Keeps one token in memory. However many callers wait, Weiban is asked once; near its end a token is renewed while
 * it still serves. A failure goes to those who waited and is not kept: the next call asks again.
 */
export function createTokenSource({ issue, now = Date.now }: TokenSourceOptions): TokenSource {
  let current: { token: string; renewAt: number; expiresAt: number } | undefined;
  let pending: Promise<string> | undefined;

  const fetchOnce = () => {
    pending ??= (async () => {
      // Measured from before the request, so that a slow answer cannot stretch the token's life.
      const askedAt = now();
      try {
        const { token, lifetime } = await issue();
        const margin = Math.min(MARGIN_MS, lifetime * MARGIN_SHARE);
        current = { token, renewAt: askedAt + lifetime - margin, expiresAt: askedAt + lifetime };
        return token;
      } finally {
        pending = undefined;
      }
    })();
    return pending;
  };

  return {
    async get() {
      if (!current || now() >= current.expiresAt) return fetchOnce();
      // A failure here is nobody's yet: the token still serves, and the next call tries again.
      if (now() >= current.renewAt) fetchOnce().catch(() => undefined);
      return current.token;
    },
    async renew(rejected) {
      if (current && current.token !== rejected) return current.token;
      current = undefined;
      return fetchOnce();
    },
  };
}
